using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Scenarios.Loading;

/// <summary>Makes the records of what the provisioning client does.</summary>
internal static class ScimSteps
{
    private static readonly string[] _methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];

    public static Scim Request(Text line, StepKeys keys, ReadingScope scope)
    {
        foreach (var (value, _) in scope.PossibleValues(line) ?? [])
        {
            if (value.Split(' ') is not [var method, ['/', ..]] || !_methods.Contains(method, StringComparer.Ordinal))
            {
                scope.Report(line.Location, $"The SCIM request is \"{value}\". Write a method and a path below the base URL, such as \"GET /Users\"; methods are {string.Join(", ", _methods)}.");
            }
        }

        // The answer may be compared with what this very step sends.
        scope.AddName(keys.Text("as"));
        var step = new Scim
        {
            Line = line,
            Query = keys.Values("query"),
            User = keys.Values("user"),
            Group = keys.Values("group"),
            Without = Names(keys.Node("without"), scope, areSteps: false),
            Patch = keys.Node("patch") is YamlList operations ? (ListValue)new ValueReader(scope).Plain(operations) : null,
            Body = keys.Values("body"),
            Raw = keys.Text("raw"),
            Headers = keys.Values("headers"),
            By = keys.Text("by"),
            Unless = keys.Text("unless"),
            AtOnce = keys.Count("at-once") ?? 1,
            As = keys.Text("as"),
            Expect = Expected(keys, scope),
        };
        if (new object?[] { step.User, step.Group, step.Patch, step.Body, step.Raw }.Count(body => body is not null) > 1)
        {
            scope.Report(line.Location, "The request has several bodies. Keep one of user, group, patch, body and raw.");
        }

        return step;
    }

    public static ScimPages Pages(Text path, StepKeys keys, ReadingScope scope) => new(path)
    {
        Count = keys.Count("count") ?? 2,
        Query = keys.Values("query"),
        Finds = Names(keys.Node("finds"), scope, areSteps: true),
    };

    private static MapValue? Expected(StepKeys keys, ReadingScope scope)
    {
        if (keys.Map("expect") is not { } expected)
        {
            return null;
        }

        _ = expected.Text("resource");
        _ = Names(expected.Node("finds"), scope, areSteps: true);
        return new ValueReader(scope).ExpectedFields((YamlMap)keys.Node("expect")!);
    }

    private static List<Text> Names(YamlNode? node, ReadingScope scope, bool areSteps)
    {
        if (node is null)
        {
            return [];
        }

        if (node is not YamlList list || list.Items.Any(item => item is not YamlScalar))
        {
            scope.Report(node.Location, "Here stands a list of names. Write it as [one, other].");
            return [];
        }

        var names = list.Items.Cast<YamlScalar>().Select(scope.Text).ToList();
        foreach (var name in areSteps ? names : [])
        {
            scope.CheckName(name);
        }

        return names;
    }
}
