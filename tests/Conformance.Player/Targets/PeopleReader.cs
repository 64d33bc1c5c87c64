using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Targets;

/// <summary>Reads the people of a target.</summary>
internal static class PeopleReader
{
    private static readonly string[] Needed = ["attacker", "victim"];

    public static Dictionary<string, TargetPerson> Read(MapReader map, List<ScenarioProblem> problems)
    {
        var people = new Dictionary<string, TargetPerson>(StringComparer.Ordinal);
        foreach (var entry in map.Map("people")?.Entries ?? [])
        {
            if (MapReader.Of(entry.Value, $"The person \"{entry.Key.Value}\"", ["name-id", "attributes", "user", "password", "exists"], problems) is not { } person
                || person.RequiredScalar("name-id") is not { } nameId)
            {
                continue;
            }

            people[entry.Key.Value] = new TargetPerson
            {
                NameId = nameId.ToText(),
                Attributes = [.. (person.Map("attributes")?.Entries ?? []).Select(attribute =>
                    new KeyValuePair<string, IReadOnlyList<Text>>(attribute.Key.Value, Values(attribute.Value)))],
                User = person.Scalar("user")?.ToText(),
                Password = person.Scalar("password")?.ToText(),
                Exists = person.Flag("exists") ?? false,
            };
        }

        foreach (var role in Needed.Where(role => !people.ContainsKey(role)))
        {
            problems.Add(new ScenarioProblem(
                map.Location,
                $"The target names no {role} under \"people\". Add one: an account that the suite may {(role == "attacker" ? "sign in with" : "try to break into")}, with its name-id."));
        }

        return people;
    }

    private static List<Text> Values(YamlNode node) => node switch
    {
        YamlScalar one => [one.ToText()],
        YamlList list => [.. list.Items.OfType<YamlScalar>().Select(item => item.ToText())],
        _ => [],
    };
}
