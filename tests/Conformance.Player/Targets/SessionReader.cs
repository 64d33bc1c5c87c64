using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;

namespace Conformance.Player.Targets;

/// <summary>Reads how a target shows who is signed in.</summary>
internal static class SessionReader
{
    public static SessionReading? Read(MapReader map, List<ScenarioProblem> problems)
    {
        if (map.Map("session", "The session", ["open", "user", "attributes", "role"]) is not { } session)
        {
            if (!map.Has("session"))
            {
                problems.Add(new ScenarioProblem(map.Location, "The target lacks \"session\": without a way to ask who is signed in nothing can be judged. Write open: URL and user: a JSON path or { label: … }."));
            }

            return null;
        }

        var open = session.RequiredScalar("open");
        var user = session.RequiredNode("user") is { } node ? Finder(node, problems) : null;
        Finder? all = null;
        var single = new Dictionary<string, Finder>(StringComparer.Ordinal);
        switch (session.Node("attributes"))
        {
            case YamlScalar path:
                all = Finder(path, problems);
                break;
            case YamlMap names:
                foreach (var entry in names.Entries)
                {
                    if (Finder(entry.Value, problems) is { } finder)
                    {
                        single[entry.Key.Value] = finder;
                    }
                }

                break;
        }

        return open is null || user is null ? null : new SessionReading
        {
            Open = open.ToText(),
            User = user,
            AllAttributes = all,
            Attributes = single,
            Role = session.Node("role") is { } role ? Finder(role, problems) : null,
        };
    }

    private static Finder? Finder(YamlNode node, List<ScenarioProblem> problems)
    {
        switch (node)
        {
            case YamlScalar path when path.Value.StartsWith('$'):
                return new Finder(FinderKind.Json, path.Value);
            case YamlMap { Entries: [{ Value: YamlScalar expression } entry] }:
                switch (entry.Key.Value)
                {
                    case "label":
                        return new Finder(FinderKind.Label, expression.Value);
                    case "css":
                        return new Finder(FinderKind.Css, expression.Value);
                    case "text":
                        return new Finder(FinderKind.Text, expression.Value);
                }

                break;
        }

        problems.Add(new ScenarioProblem(node.Location, "This says not where the value stands. Write a JSON path such as $.user, or { label: … }, { css: … } or { text: a regular expression with one (group) }."));
        return null;
    }
}
