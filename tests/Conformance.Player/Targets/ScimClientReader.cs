using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Targets;

/// <summary>Reads how a provisioning client is run.</summary>
internal static class ScimClientReader
{
    private static readonly string[] Kinds = ["embedded", "command", "by-hand"];
    private static readonly string[] _keys = ["embedded", "settings", "command", "environment", "by-hand", "within"];
    private static readonly string[] _embedded = ["entra", "jumpcloud"];

    public static ScimClientPlace? Read(MapReader map, List<ScenarioProblem> problems)
    {
        if (map.Map("scim-client", "The provisioning client", _keys) is not { } client)
        {
            return null;
        }

        var named = Kinds.Where(client.Has).ToList();
        if (named.Count != 1)
        {
            problems.Add(new ScenarioProblem(client.Location, "Write exactly one of embedded: entra or jumpcloud, command: [program, arguments], by-hand: true."));
            return null;
        }

        if (client.Scalar("embedded") is { } embedded && !_embedded.Contains(embedded.Value))
        {
            problems.Add(new ScenarioProblem(embedded.Location, $"\"embedded\" is \"{embedded.Value}\". Write {string.Join(" or ", _embedded)}."));
        }

        return new ScimClientPlace
        {
            Embedded = client.Text("embedded") ?? string.Empty,
            Settings = Texts(client, "settings"),
            Command = [.. (client.Scalars("command") ?? []).Select(part => part.Value)],
            Environment = Texts(client, "environment"),
            Within = client.Duration("within") ?? (client.Has("by-hand") ? TimeSpan.FromMinutes(60) : TimeSpan.FromSeconds(60)),
        };
    }

    /// <summary>A target file of a client alone: of what a service provider would have, there is nothing.</summary>
    public static TargetFile ClientOnly(string name, string path, ScimClientPlace client, Claims claims, Location here)
    {
        Text Text(string raw) => new(raw, here);
        return new TargetFile
        {
            Name = name,
            Path = path,
            Place = new ClientOnlyPlace(),
            Client = client,
            Claims = claims,
            ServiceProvider = new Dictionary<string, Text>(StringComparer.Ordinal)
            {
                ["url"] = Text("https://no-service-provider.example"),
                ["entity-id"] = Text("https://no-service-provider.example"),
                ["acs"] = Text("https://no-service-provider.example/acs"),
            },
            Journeys = new Dictionary<string, IReadOnlyList<Scenarios.Steps.Step>>(StringComparer.Ordinal),
            Session = new SessionReading { Open = Text("https://no-service-provider.example/"), User = new Finder(FinderKind.Json, "$.user") },
            People = new Dictionary<string, TargetPerson>(StringComparer.Ordinal)
            {
                ["attacker"] = new() { NameId = Text("mallory@sp.example") },
                ["victim"] = new() { NameId = Text("alice@sp.example") },
            },
            Disposable = true,
        };
    }

    private static Dictionary<string, string> Texts(MapReader client, string key) =>
        TargetReader.Texts(client.Map(key)).ToDictionary(entry => entry.Key, entry => entry.Value.Raw, StringComparer.Ordinal);
}
