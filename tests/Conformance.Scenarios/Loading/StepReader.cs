using Conformance.Scenarios.Format;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Loading;

/// <summary>Reads lists of steps: finds each step's verb and makes its record.</summary>
internal sealed class StepReader(ReadingScope scope)
{
    private static readonly IReadOnlyList<string> _verbs = [.. Verbs.All.Select(verb => verb.Name)];

    public IReadOnlyList<Step> ReadList(YamlNode node)
    {
        if (node is not YamlList { Items.Count: > 0 } list)
        {
            var kind = node is YamlList ? "an empty list" : node.Kind;
            scope.Report(node.Location, $"The steps are {kind}, and have to be a list. Write each as \"- verb: …\" on a line of its own.");
            return [];
        }

        return [.. list.Items.Select(Read).OfType<Step>()];
    }

    private Step? Read(YamlNode node)
    {
        if (node is not YamlMap { Entries: [var first, ..] } map)
        {
            var example = node is YamlScalar { Value: var word } && _verbs.Contains(word, StringComparer.Ordinal) ? word : "verb";
            scope.Report(node.Location, $"A step is {(node is YamlMap ? "an empty map" : node.Kind)}. Write \"- {example}: …\".");
            return null;
        }

        if (Verbs.Find(first.Key.Value) is not { } verb)
        {
            ReportVerb(map, first.Key);
            return null;
        }

        foreach (var other in map.Entries.Skip(1).Where(entry => Verbs.Find(entry.Key.Value) is not null && !verb.Keys.Contains(entry.Key.Value, StringComparer.Ordinal)))
        {
            scope.Report(other.Key.Location, $"\"{other.Key.Value}\" is a second verb in this step. Begin a step of its own: \"- {other.Key.Value}: …\".");
        }

        var own = map with { Entries = [.. map.Entries.Where(entry => entry == first || Verbs.Find(entry.Key.Value) is null || verb.Keys.Contains(entry.Key.Value, StringComparer.Ordinal))] };
        if (StepKeys.Of(own, $"The step \"{verb.Name}\"", [verb.Verb, .. verb.Companions], scope) is not { } keys
            || Make(verb.Name, keys) is not { } step)
        {
            return null;
        }

        step = step with { Location = map.Location };
        FolderRules.Check(step, scope);
        return step;
    }

    private void ReportVerb(YamlMap map, YamlScalar word)
    {
        var later = map.Entries.FirstOrDefault(entry => Verbs.Find(entry.Key.Value) is not null)?.Key.Value;
        scope.Report(
            word.Location,
            later is null
                ? $"\"{word.Value}\" is no verb. {NearestWord.Hint(word.Value, _verbs)}"
                : $"The step begins with \"{word.Value}\", and has to begin with its verb. Put \"{later}\" first.");
    }

    private Step? Make(string verb, StepKeys keys) => verb switch
    {
        "see" => ObservingSteps.See(keys),
        "session" => ObservingSteps.Session(keys, scope),
        "hops" => ObservingSteps.Hops(keys, scope),
        "request" => ObservingSteps.Request(keys, scope),
        "metadata" => keys.Expectations(verb) is { } fields ? new MetadataShows(fields) : null,
        "page" => keys.Expectations(verb) is { } fields ? new PageShows(fields) : null,
        "session-cookie" => keys.Expectations(verb) is { } fields ? new SessionCookie(fields) : null,
        "linger" => keys.Duration(verb) is { } time ? new Linger(time) : null,
        "fill" => keys.Texts(verb) is { } fields ? new Fill(fields) : null,
        "upload" => keys.Texts(verb) is { } files ? new Upload(files) : null,
        "back" => keys.Count(verb) is { } times ? new Back(times) : null,
        "advance" => keys.Duration(verb) is { } by ? new Advance(by) : null,
        "restart-sp" => RestartSp(keys),
        "together" => keys.Node(verb) is { } branches ? Together(branches, keys.Count("times") ?? 1) : null,
        "idp-admin" => keys.Texts(verb) is { } actions ? IdentityProviderSteps.Admin(actions, scope) : null,
        _ => keys.Text(verb) is { } argument ? MakeOfText(verb, argument, keys) : null,
    };

    private Step? MakeOfText(string verb, Text argument, StepKeys keys) => verb switch
    {
        "open" => new Open(argument),
        "click" => new Click(argument),
        "copy" => Copy(argument, keys),
        "in-tab" => new InTab(argument, Inner(keys)),
        "in-browser" => new InBrowser(argument, Inner(keys)),
        "journey" => Journey(argument, keys),
        "idp-receives" => IdentityProviderSteps.Receives(argument, keys, scope),
        "idp-answers" => IdentityProviderSteps.Answers(argument, keys, scope),
        "idp-sends" => IdentityProviderSteps.Sends(argument, keys, scope),
        "stays-away" => new StaysAway(argument),
        "take-cookies" => new TakeCookies(argument, keys.Flag("altered") ?? false),
        "idp-repeats" => IdentityProviderSteps.Repeats(argument, keys, scope),
        "idp-sign-in" => new IdpSignIn(scope.Role(argument)!, keys.Text("password")),
        "scim" => ScimSteps.Request(argument, keys, scope),
        "scim-pages" => ScimSteps.Pages(argument, keys, scope),
        "idp-shows" => IdentityProviderSteps.Shows(argument, scope),
        "directory" => ProvisioningSteps.Directory(argument, keys, scope),
        "scim-server" => ProvisioningSteps.Server(argument, keys, scope),
        "provision" => ProvisioningSteps.Provision(argument, keys),
        "scim-receives" => ProvisioningSteps.Receives(argument, keys, scope),
        "scim-holds" => ProvisioningSteps.Holds(argument, keys, scope),
        _ => throw new InvalidOperationException($"The verb \"{verb}\" is described and not read. Add it to StepReader."),
    };

    private IReadOnlyList<Step> Inner(StepKeys keys) => keys.Node("steps") is { } steps ? ReadList(steps) : [];

    private Copy? Copy(Text label, StepKeys keys)
    {
        var name = keys.Text("as");
        scope.AddName(name);
        return name is null ? null : new Copy(label, name);
    }

    private Journey Journey(Text name, StepKeys keys)
    {
        scope.CheckWord(name, "The journey", scope.Vocabulary.Journeys);
        return new Journey(name, keys.Role("as"));
    }

    private RestartSp? RestartSp(StepKeys keys)
    {
        if (keys.Flag("restart-sp") is false)
        {
            scope.Report(keys.Node("restart-sp")!.Location, "\"restart-sp\" is false, which does nothing. Write true, or leave the step out.");
        }

        return new RestartSp();
    }

    private Together? Together(YamlNode node, int times)
    {
        if (node is YamlList { Items.Count: > 0 } list && list.Items.Count * times > 1)
        {
            return new Together([.. list.Items.Select(ReadList)], times);
        }

        scope.Report(node.Location, "\"together\" has to be two or more lists of steps, or one and \"times\". Begin each with \"- - verb: …\".");
        return null;
    }
}
