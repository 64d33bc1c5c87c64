using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Benchmarks.Rehearsals;
using Conformance.Fakes.Provisioning;
using Conformance.Player.Provisioning;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Provisioning;

/// <summary>A client under test that a person sets up by hand.</summary>
[CancelAfter(120_000)]
internal sealed partial class WaitedForClientTests
{
    private string _directory = null!;

    [SetUp]
    public void MakeDirectory() => _directory = Directory.CreateTempSubdirectory("conformance-by-hand-").FullName;

    [TearDown]
    public void RemoveDirectory() => Directory.Delete(_directory, recursive: true);

    [Test]
    public async Task Is_waited_for_until_it_has_done_what_its_person_was_told()
    {
        using var person = new Person();

        var report = await PlayAsync(person.Hear, null, "scim/client/create", "scim/client/headers");

        Assert.That(report.Preflight.Failure, Is.Null);
        Assert.That(report.Results.Select(result => $"{result.Address}: {result.Verdict}"), Is.EqualTo(["scim/client/create: Passed", "scim/client/headers: Passed"]));
    }

    [Test]
    public async Task Is_not_waited_for_when_its_person_says_that_it_is_done()
    {
        var heard = new List<string>();

        var report = await PlayAsync(heard.Add, _ => Task.CompletedTask, "scim/client/create");

        Assert.That(report.Results.Single().Verdict, Is.EqualTo(Verdict.Inconclusive));
        Assert.That(heard, Has.Some.Contain("press Enter").And.Some.Contain("add the user").And.Some.Contain("admits the token"));
    }

    [Test]
    public void Its_person_is_told_what_changes()
    {
        var before = SourceDirectory.Empty.With(ProvisioningBench.Alice).With(ProvisioningBench.Bob);
        var after = before.WithoutPerson(ProvisioningBench.Bob.Id).With(ProvisioningBench.Alice with { GivenName = "Alicia", IsEnabled = false });

        Assert.That(
            DirectoryChanges.Between(before, after),
            Is.EqualTo(["delete the user bob@contoso.example", "change the user alice@contoso.example: givenName is \"Alicia\", enabled is false"]));
        Assert.That(DirectoryChanges.Between(after, after), Is.EqualTo(["nothing changes"]));
    }

    private async Task<Player.Running.RunReport> PlayAsync(Action<string> tell, Func<CancellationToken, Task>? entered, params string[] addresses)
    {
        var path = Path.Combine(_directory, "client.yaml");
        await File.WriteAllTextAsync(path, "name: By hand\nscim-client:\n  by-hand: true\nclaims: { client-groups: false }\n");
        return await SharedRehearsal.Instance.PlayAsync(
            SharedRehearsal.Instance.Cases(addresses), new Staging { Target = Rehearsal.ReadTarget(path), Workers = 2, Tell = tell, Entered = entered });
    }

    [GeneratedRegex("The server at (\\S+) .* the token (\\S+)\\.")]
    private static partial Regex Place();

    [GeneratedRegex("The whole of it: (.+?)\\. The suite")]
    private static partial Regex Whole();

    /// <summary>Reads what is told as a person would, tests the connection, and provisions everybody.</summary>
    private sealed class Person : IDisposable
    {
        private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
        private string _server = string.Empty;

        public void Hear(string told)
        {
            if (Place().Match(told) is { Success: true } place)
            {
                _server = place.Groups[1].Value;
                _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", place.Groups[2].Value);
            }

            if (Whole().Match(told) is { Success: true } whole)
            {
                _ = ProvisionAsync(whole.Groups[1].Value);
            }
        }

        public void Dispose() => _http.Dispose();

        private async Task ProvisionAsync(string file)
        {
            using var connection = await _http.GetAsync(new Uri($"{_server}/ServiceProviderConfig"));
            foreach (var person in JsonNode.Parse(await File.ReadAllTextAsync(file))!["users"]!.AsArray())
            {
                var user = new JsonObject
                {
                    ["schemas"] = new JsonArray("urn:ietf:params:scim:schemas:core:2.0:User"),
                    ["userName"] = person!["userName"]!.DeepClone(),
                    ["externalId"] = person["id"]!.DeepClone(),
                    ["displayName"] = person["displayName"]?.DeepClone(),
                    ["name"] = new JsonObject { ["givenName"] = person["givenName"]?.DeepClone(), ["familyName"] = person["familyName"]?.DeepClone() },
                    ["emails"] = new JsonArray(new JsonObject { ["value"] = person["email"]?.DeepClone(), ["type"] = "work", ["primary"] = true }),
                    ["active"] = true,
                };
                using var body = new StringContent(user.ToJsonString(), Encoding.UTF8, "application/scim+json");
                using var answer = await _http.PostAsync(new Uri($"{_server}/Users"), body);
            }
        }
    }
}
