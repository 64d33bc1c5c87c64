using System.Text.Json.Nodes;
using Conformance.Fakes.Provisioning;

namespace Conformance.Benchmarks.Clients;

/// <summary>
/// The smallest client under test that is a command: told by the environment where server and directory are, it makes one cycle, says what
/// it did and ends. It remembers nothing from one cycle to the next.
/// </summary>
internal static class ProvisionCommand
{
    public static async Task<int> RunAsync()
    {
        string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false });
        var client = new EntraClient(
            new ScimConnection(http, Variable("SCIM_BASE_URL"), Variable("SCIM_TOKEN"), TimeProvider.System) { Timeout = TimeSpan.FromSeconds(5) },
            new EntraSettings { Dialect = EntraPatchDialect.AadOptscim062020 },
            TimeProvider.System);
        await client.RunAsync(Read(await File.ReadAllTextAsync(Variable("SCIM_DIRECTORY"))), full: true, CancellationToken.None);
        foreach (var entry in client.Log.Entries)
        {
            Console.WriteLine(entry);
        }

        return client.Log.Entries.Any(entry => entry.Status == "Failure") ? 1 : 0;
    }

    private static SourceDirectory Read(string text)
    {
        var file = JsonNode.Parse(text)!;
        return new SourceDirectory(
            [.. file["users"]!.AsArray().Select(user => Person(user!))],
            [.. file["groups"]!.AsArray().Select(group => new SourceGroup(Text(group!, "id")!, Text(group!, "displayName")!, [.. group!["members"]!.AsArray().Select(id => id!.GetValue<string>())]))]);
    }

    private static SourcePerson Person(JsonNode user) => new()
    {
        Id = Text(user, "id")!,
        UserName = Text(user, "userName")!,
        Email = Text(user, "email"),
        GivenName = Text(user, "givenName"),
        FamilyName = Text(user, "familyName"),
        DisplayName = Text(user, "displayName"),
        Title = Text(user, "title"),
        Department = Text(user, "department"),
        EmployeeNumber = Text(user, "employeeNumber"),
        ManagerId = Text(user, "managerId"),
        IsEnabled = user["enabled"]!.GetValue<bool>(),
        IsAssigned = user["assigned"]!.GetValue<bool>(),
    };

    private static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();
}
