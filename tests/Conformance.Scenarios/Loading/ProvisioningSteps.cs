using Conformance.Scenarios.Format;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Scenarios.Loading;

/// <summary>Makes the records of what a provisioning client does and meets.</summary>
internal static class ProvisioningSteps
{
    private static readonly string[] _personal = ["add", "change", "disable", "enable", "assign", "unassign", "delete"];

    public static DirectoryChange Directory(Text action, StepKeys keys, ReadingScope scope)
    {
        var step = new DirectoryChange
        {
            Action = action,
            Person = keys.Role("person"),
            Group = keys.Text("group"),
            Set = keys.Values("set"),
            Members = Members(keys, scope),
            Count = keys.Count("count", most: 5000) ?? 1,
        };
        if (step.Person is null && keys.Node("count") is null && _personal.Contains(action.Raw, StringComparer.Ordinal))
        {
            scope.Report(action.Location, $"\"directory: {action}\" does not say whom it is about. Add \"person: ROLE\", or \"count\".");
        }

        if (step.Group is null && action.Raw is "group" or "delete-group")
        {
            scope.Report(action.Location, $"\"directory: {action}\" names no group. Add \"group: NAME\".");
        }

        return step;
    }

    public static ScimServerIs Server(Text word, StepKeys keys, ReadingScope scope)
    {
        var step = new ScimServerIs
        {
            Word = word,
            On = keys.Text("on"),
            Times = keys.Count("times", most: 100_000) ?? 1,
            Wait = keys.Duration("wait"),
            Detail = keys.Text("detail"),
            Person = keys.Role("person"),
            Set = keys.Values("set"),
        };
        if (step.Person is null && word.Raw is "has" or "loses" or "changes")
        {
            scope.Report(word.Location, $"\"scim-server: {word}\" does not say whose user is meant. Add \"person: ROLE\".");
        }

        return step;
    }

    public static Provision Provision(Text action, StepKeys keys)
    {
        var expect = keys.Map("expect");
        return new Provision
        {
            Action = action,
            Url = keys.Text("url"),
            Token = keys.Text("token"),
            Scope = keys.Text("scope"),
            Groups = keys.Flag("groups"),
            Outcome = expect?.Text("outcome"),
            Says = expect?.Expectation("says"),
            Attribute = expect?.Expectation("attribute"),
            GroupManagement = expect?.Text("group-management"),
        };
    }

    public static ScimReceives Receives(Text line, StepKeys keys, ReadingScope scope)
    {
        if (!line.Raw.StartsWith("${", StringComparison.Ordinal) && line.Raw.Split(' ') is not [_, ['/', ..]])
        {
            scope.Report(line.Location, $"The request is \"{line.Raw}\". Write a method, write, update or any, and a path, such as \"POST /Users\".");
        }

        var after = keys.Text("after");
        if (after is not null)
        {
            scope.CheckWord(after, "The misbehaviour", Words.KnownWords.Of(Verbs.Find("scim-server")!.Verb.Words!));
        }

        return new ScimReceives
        {
            Line = line,
            Times = keys.Expectation("times"),
            After = after,
            SoonerThan = keys.Duration("sooner-than"),
            Expect = keys.Expectations("expect"),
        };
    }

    public static ScimHolds Holds(Text subject, StepKeys keys, ReadingScope scope)
    {
        var step = new ScimHolds
        {
            Subject = subject.Raw == "directory" ? subject : scope.Role(subject)!,
            Expect = keys.Expectations("expect"),
            OrReported = keys.Flag("or-reported") ?? false,
        };
        if (step.IsDirectory == (step.Expect is not null))
        {
            scope.Report(subject.Location, step.IsDirectory
                ? "\"scim-holds: directory\" compares everything. Leave \"expect\" out, or name a role."
                : "\"scim-holds\" names a role and expects nothing of their user. Add \"expect\".");
        }

        return step;
    }

    private static List<Text>? Members(StepKeys keys, ReadingScope scope) => keys.Node("members") switch
    {
        null => null,
        YamlList list => [.. list.Items.OfType<YamlScalar>().Select(item => scope.Role(scope.Text(item))!)],
        var other => Wrong(other, scope),
    };

    private static List<Text>? Wrong(YamlNode node, ReadingScope scope)
    {
        scope.Report(node.Location, "\"members\" has to be a list of roles. Write \"members: [person, colleague]\".");
        return null;
    }
}
