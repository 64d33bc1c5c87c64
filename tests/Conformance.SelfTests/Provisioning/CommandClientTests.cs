using Conformance.Benchmarks.Rehearsals;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Provisioning;

/// <summary>A client under test that is a program of its own.</summary>
[CancelAfter(120_000)]
internal sealed class CommandClientTests
{
    private string _directory = null!;

    [SetUp]
    public void MakeDirectory() => _directory = Directory.CreateTempSubdirectory("conformance-command-").FullName;

    [TearDown]
    public void RemoveDirectory() => Directory.Delete(_directory, recursive: true);

    [Test]
    public async Task Is_told_where_server_and_directory_are_and_judged_like_any_other()
    {
        var report = await PlayAsync(
            $"[dotnet, {Path.Combine(AppContext.BaseDirectory, "Conformance.Benchmarks.dll")}, provision]",
            "scim/client/create", "scim/client/headers", "scim/client/looks-up-first", "scim/client/certificate", "scim/client/errors-shown");

        Assert.That(report.Preflight.Failure, Is.Null);
        Assert.That(report.Results.Where(result => result.Verdict != Verdict.Passed).Select(result => $"{result.Address}: {result.Verdict}: {result.Reason ?? result.Actual}"), Is.Empty);
    }

    [Test]
    public async Task That_does_nothing_is_not_judged()
    {
        var report = await PlayAsync("[\"true\"]", "scim/client/create");

        Assert.That(report.Preflight.Failure?.Sentence, Does.Contain("no request came"));
        Assert.That(report.Results.Single().Verdict, Is.EqualTo(Verdict.Inconclusive));
    }

    [Test]
    public async Task That_does_not_exist_is_not_judged()
    {
        var report = await PlayAsync("[/nowhere/to-be-found]", "scim/client/create");

        Assert.That(report.Results.Single().Verdict, Is.EqualTo(Verdict.Inconclusive));
    }

    private async Task<Player.Running.RunReport> PlayAsync(string command, params string[] addresses)
    {
        var path = Path.Combine(_directory, "client.yaml");
        await File.WriteAllTextAsync(path, $"name: A command\nscim-client:\n  command: {command}\n  within: 30s\nclaims: {{ client-groups: false }}\n");
        return await SharedRehearsal.Instance.PlayAsync(SharedRehearsal.Instance.Cases(addresses), new Staging { Target = Rehearsal.ReadTarget(path) });
    }
}
