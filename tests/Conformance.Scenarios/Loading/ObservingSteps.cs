using Conformance.Scenarios.Format;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Loading;

/// <summary>Makes the records of what is looked at.</summary>
internal static class ObservingSteps
{
    private static readonly string[] _methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    public static See? See(StepKeys keys) => keys.Map("see") is not { } shown ? null : new See
    {
        Heading = shown.Text("heading"),
        Text = shown.Text("text"),
        NoText = shown.Text("no-text"),
        Url = shown.Expectation("url"),
    };

    public static Session? Session(StepKeys keys, ReadingScope scope)
    {
        var description = Verbs.Find("session")!.Verb;
        if (keys.Node("session") is not YamlScalar word)
        {
            return keys.Map("session") is { } map ? SignedIn(map, scope) : null;
        }

        if (description.Words!.Contains(word.Value, StringComparer.Ordinal))
        {
            return new Session { SignedIn = scope.Text(word) };
        }

        scope.Report(
            word.Location,
            NearestWord.To(word.Value, description.Words!) is { } nearest
                ? $"The session is \"{word.Value}\". Did you mean \"{nearest}\"?"
                : $"The session is \"{word.Value}\". Write nobody, no-gain, not-the-victim, whole, at-most-once, or {{ signed-in: ROLE }}.");
        return null;
    }

    public static Hops? Hops(StepKeys keys, ReadingScope scope)
    {
        var description = Verbs.Find("hops")!.Verb;
        if (keys.Node("hops") is not YamlList { Items.Count: > 0 } list)
        {
            scope.Report(keys.Node("hops")!.Location, "\"hops\" has to be a list of requests. Write each as \"- { method: …, url: …, status: … }\".");
            return null;
        }

        var hops = new List<MapValue>();
        foreach (var item in list.Items)
        {
            if (StepKeys.Of(item, "A hop", description.Keys, scope) is not null && item is YamlMap map)
            {
                hops.Add(new ValueReader(scope).ExpectedFields(map));
            }
        }

        return new Hops(hops);
    }

    public static Request? Request(StepKeys keys, ReadingScope scope)
    {
        if (keys.Text("request") is not { } line)
        {
            return null;
        }

        if (!line.Raw.StartsWith("${", StringComparison.Ordinal)
            && (line.Raw.Split(' ') is not [var method, { Length: > 0 }, ..] || !_methods.Contains(method, StringComparer.Ordinal)))
        {
            scope.Report(line.Location, $"The request is \"{line.Raw}\". Write a method and a URL, such as \"GET ${{sp.url}}/\"; methods are {string.Join(", ", _methods)}.");
        }

        var step = new Request
        {
            Line = line,
            Headers = keys.Values("headers"),
            Form = keys.Values("form"),
            Body = keys.Text("body"),
            Expect = keys.Map("expect") is null ? null : new ValueReader(scope).ExpectedFields((YamlMap)keys.Node("expect")!),
        };
        if (step is { Form: not null, Body: not null })
        {
            scope.Report(step.Body.Location, "The request has both \"form\" and \"body\". Keep one of them.");
        }

        return step;
    }

    private static Session? SignedIn(StepKeys map, ReadingScope scope)
    {
        if (map.Text("signed-in") is not { } role)
        {
            return null;
        }

        if (role.Raw is "nobody" or "no-gain" or "not-the-victim" or "whole")
        {
            scope.Report(role.Location, $"\"signed-in\" is \"{role.Raw}\", which is no role. Write \"session: {role.Raw}\".");
            return null;
        }

        scope.Role(role);
        return new Session { SignedIn = role, Attributes = map.Expectations("attributes"), Role = map.Text("role") };
    }
}
