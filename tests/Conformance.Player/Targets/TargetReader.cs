using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Targets;

/// <summary>Reads target files strictly: everything that is wrong with one is reported at once, with line and remedy.</summary>
public static class TargetReader
{
    private static readonly string[] Keys =
    [
        "name", "url", "process", "container", "embedded", "sp", "idp", "tls", "journeys", "session", "people", "name-id-format", "account",
        "role-attribute", "required-attributes", "claims", "third-party-hosts", "parallel", "disposable", "explained", "labels", "integrations", "scim", "scim-client",
    ];

    /// <summary>Reads a target file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="shownAs">How problems and transcripts call the file; <c>null</c>: as given.</param>
    /// <returns><c>null</c> when something is wrong.</returns>
    public static TargetFile? Read(string path, ICollection<ScenarioProblem> problems, string? shownAs = null)
    {
        var file = YamlFile.Read(path, shownAs ?? path);
        var own = new List<ScenarioProblem>(file.Problems);
        TargetFile? target = null;
        if (own.Count == 0 && file.Root is { } root && MapReader.Of(root, "The target", Keys, own) is { } map)
        {
            target = Read(map, path, own);
        }
        else if (own.Count == 0)
        {
            own.Add(new ScenarioProblem(file.Start, "The file is empty, and has to describe a target. See fixtures/service-providers for examples."));
        }

        foreach (var problem in own)
        {
            problems.Add(problem);
        }

        return own.Count == 0 ? target : null;
    }

    private static TargetFile? Read(MapReader map, string path, List<ScenarioProblem> problems)
    {
        var name = map.RequiredText("name");
        var client = ScimClientReader.Read(map, problems);
        if (client is not null && !map.Has("sp") && !map.Has("url"))
        {
            var said = ClaimsReader.Read(map, problems);
            var reasons = Explanations(map, path, problems);
            return name is null || problems.Count > 0 ? null : ScimClientReader.ClientOnly(name, path, client, said, map.Location) with { Explained = reasons };
        }

        var place = PlaceReader.Read(map, problems);
        var serviceProvider = Texts(map.Map("sp"));
        if (map.Text("url") is { } url)
        {
            serviceProvider["url"] = new Text(url, map.Scalar("url")!.Location);
        }

        if (!serviceProvider.ContainsKey("url"))
        {
            problems.Add(new ScenarioProblem(map.Location, "The target lacks its address. Write it as \"url\", or as \"url\" under \"sp\"."));
        }

        var scim = ScimReader.Read(map, problems);

        // A file may describe a SCIM endpoint and nothing else.
        var hasSignOn = scim is null || map.Has("session") || map.Has("journeys");
        var journeys = hasSignOn ? Journeys(map, problems) : [];
        var session = hasSignOn ? SessionReader.Read(map, problems) : NoSignOn.Session(map.Location);
        var people = hasSignOn ? PeopleReader.Read(map, problems) : NoSignOn.People(map.Location);
        if (!hasSignOn)
        {
            NoSignOn.Complete(serviceProvider, map.Location);
        }

        var claims = ClaimsReader.Read(map, problems);
        var waiver = Waiver(map, problems);
        var explained = Explanations(map, path, problems);
        if (name is null || place is null || session is null || problems.Count > 0)
        {
            return null;
        }

        return new TargetFile
        {
            Name = name,
            Path = path,
            Place = place,
            ServiceProvider = serviceProvider,
            IdentityProviderOrigin = map.Text("idp"),
            TlsWaiver = waiver,
            Journeys = journeys,
            Session = session,
            People = people,
            NameIdFormat = map.Text("name-id-format"),
            Account = map.Text("account") ?? "NameID",
            RoleAttribute = map.Text("role-attribute"),
            TellsRequiredAttributes = map.Scalars("required-attributes") is not null,
            RequiredAttributes = [.. (map.Scalars("required-attributes") ?? []).Select(item => item.Value)],
            Claims = claims,
            Scim = scim,
            HasSignOn = hasSignOn,
            ThirdPartyHosts = [.. (map.Scalars("third-party-hosts") ?? []).Select(item => item.Value)],
            Parallel = map.Flag("parallel") ?? false,
            Disposable = map.Flag("disposable") ?? false,
            Explained = explained,
            Labels = Plain(map.Map("labels")),
            Client = client,
            Integrations = [.. (map.Scalars("integrations") ?? []).Select(item => item.Value)],
        };
    }

    internal static Dictionary<string, Text> Texts(YamlMap? map) =>
        map?.Entries.Where(entry => entry.Value is YamlScalar).ToDictionary(
            entry => entry.Key.Value, entry => ((YamlScalar)entry.Value).ToText(), StringComparer.Ordinal)
        ?? new Dictionary<string, Text>(StringComparer.Ordinal);

    private static Dictionary<string, string> Plain(YamlMap? map) =>
        Texts(map).ToDictionary(entry => entry.Key, entry => entry.Value.Raw, StringComparer.Ordinal);

    private static string? Waiver(MapReader map, List<ScenarioProblem> problems)
    {
        if (map.Scalar("tls") is not { } tls || tls.Value == "verify")
        {
            return null;
        }

        if (tls.Value.StartsWith("waived", StringComparison.Ordinal) && tls.Value.Length > "waived: ".Length)
        {
            return tls.Value["waived".Length..].TrimStart(':', ' ');
        }

        problems.Add(new ScenarioProblem(tls.Location, "\"tls\" is neither \"verify\" nor \"waived: REASON\". Write one of them; the reason stands in the report."));
        return null;
    }

    private static Dictionary<string, string> Explanations(MapReader map, string path, List<ScenarioProblem> problems)
    {
        if (map.Scalar("explained") is not { } explained)
        {
            return [];
        }

        var file = YamlFile.Read(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path) ?? ".", explained.Value));
        problems.AddRange(file.Problems);
        return file.Root is YamlMap explanations ? Plain(explanations) : [];
    }

    private static Dictionary<string, IReadOnlyList<Step>> Journeys(MapReader map, List<ScenarioProblem> problems)
    {
        var journeys = new Dictionary<string, IReadOnlyList<Step>>(StringComparer.Ordinal);
        foreach (var entry in map.RequiredNode("journeys") is null ? [] : map.Map("journeys")?.Entries ?? [])
        {
            journeys[entry.Key.Value] = entry.Value switch
            {
                YamlScalar url => [new Open(url.ToText()) { Location = url.Location }],
                YamlList list => [.. list.Items.Select(item => JourneyStep(item, problems)).OfType<Step>()],
                _ => [],
            };
            if (journeys[entry.Key.Value].Count == 0)
            {
                problems.Add(new ScenarioProblem(entry.Value.Location, $"The journey \"{entry.Key.Value}\" has no steps. Write a URL, or a list of open, click, fill, see and request."));
            }
        }

        return journeys;
    }

    private static MapValue Fields(YamlMap form) => new(
        [.. form.Entries.Where(field => field.Value is YamlScalar).Select(field => KeyValuePair.Create<Text, Value>(field.Key.ToText(), new TextValue(((YamlScalar)field.Value).ToText())))],
        form.Location);

    private static Step? JourneyStep(YamlNode node, List<ScenarioProblem> problems)
    {
        if (node is YamlMap { Entries: [{ Key.Value: "request", Value: YamlScalar line }, { Key.Value: "form", Value: YamlMap form }] })
        {
            return new Request { Line = line.ToText(), Form = Fields(form), Location = node.Location };
        }

        if (node is YamlMap { Entries: [var entry] })
        {
            switch (entry.Key.Value, entry.Value)
            {
                case ("open", YamlScalar url):
                    return new Open(url.ToText()) { Location = node.Location };
                case ("click", YamlScalar name):
                    return new Click(name.ToText()) { Location = node.Location };
                case ("fill", YamlMap fields):
                    return new Fill([.. fields.Entries.Where(f => f.Value is YamlScalar)
                        .Select(f => new KeyValuePair<Text, Text>(f.Key.ToText(), ((YamlScalar)f.Value).ToText()))])
                    {
                        Location = node.Location,
                    };
                case ("see", YamlScalar text):
                    return new See { Text = text.ToText(), Location = node.Location };
            }
        }

        problems.Add(new ScenarioProblem(node.Location, "This is no step of a journey. Write open: URL, click: NAME, fill: {LABEL: VALUE}, see: TEXT, or request: METHOD URL with form: {NAME: VALUE}."));
        return null;
    }
}
