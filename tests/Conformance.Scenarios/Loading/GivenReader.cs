using Conformance.Scenarios.Format;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Loading;

/// <summary>Reads <c>given</c>: role → fixture, and <c>needs</c>.</summary>
internal sealed class GivenReader(ReadingScope scope)
{
    private const string CompanyKey = "company";

    private static readonly string[] _identityProviders = ["idp", "other-idp"];

    public (IReadOnlyDictionary<string, string> Roles, IReadOnlyList<Text> Needs) Read(YamlNode node)
    {
        var roles = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node is not YamlMap { Entries.Count: > 0 } map)
        {
            scope.Report(node.Location, $"\"given\" is {(node is YamlMap ? "an empty map" : node.Kind)}. Write \"role: fixture\" or \"needs: [claim]\", or leave \"given\" out.");
            return (roles, []);
        }

        foreach (var (role, fixture) in map.Entries.Where(entry => entry.Key.Value != "needs"))
        {
            if (ReadRole(role, fixture) is { } name)
            {
                roles.Add(role.Value, name);
            }
        }

        return (roles, map["needs"] is { } needs ? ReadNeeds(needs) : []);
    }

    private string? ReadRole(YamlScalar role, YamlNode fixture)
    {
        if (role.Value is "sp" or "integration" or "case" or "run")
        {
            var reason = role.Value switch
            {
                "sp" => "The target that is run decides it",
                "integration" => "The folder below integrations/ decides it",
                _ => "It already means something in variables",
            };
            scope.Report(role.Location, $"\"{role.Value}\" cannot be given. {reason}: remove the line.");
            return null;
        }

        if (role.Value == CompanyKey)
        {
            return ReadCompany(role, fixture);
        }

        if (!ReadingScope.NamePattern().IsMatch(role.Value))
        {
            scope.Report(role.Location, $"The role is \"{role.Value}\". Write {ScenarioFormat.NameForm}.");
            return null;
        }

        // Known from here on even where the fixture is wrong, so that one mistake is one problem.
        var isPerson = !_identityProviders.Contains(role.Value, StringComparer.Ordinal);
        if (isPerson)
        {
            scope.Roles.Add(role.Value);
        }

        if (fixture is not YamlScalar { IsNull: false } name || !ReadingScope.NamePattern().IsMatch(name.Value))
        {
            scope.Report(fixture.Location, $"The role \"{role.Value}\" is given {(fixture is YamlScalar { IsNull: false } other ? $"\"{other.Value}\"" : fixture.Kind)}. Write the name of a file in fixtures/{(isPerson ? "people" : "identity-providers")} without \".yaml\".");
            return null;
        }

        var (known, folder) = isPerson ? (scope.Vocabulary.People, "people") : (scope.Vocabulary.IdentityProviders, "identity-providers");
        if (!known.Knows(name.Value))
        {
            scope.Report(name.Location, $"\"{name.Value}\" is not in fixtures/{folder}. {NearestWord.Hint(name.Value, known.Words)}");
        }

        return name.Value;
    }

    private string? ReadCompany(YamlScalar role, YamlNode state)
    {
        if (scope.IsForEveryTarget)
        {
            scope.Report(role.Location, "\"company\" is given, and this scenario runs on every target, whose settings are its owner's. Remove the line, or move the file below integrations/.");
            return null;
        }

        if (state is YamlScalar { IsNull: false } scalar && CompanyStates.All.Contains(scalar.Value, StringComparer.Ordinal))
        {
            return scalar.Value;
        }

        scope.Report(state.Location, $"\"company\" has to be one of: {string.Join(", ", CompanyStates.All)}.");
        return null;
    }

    private List<Text> ReadNeeds(YamlNode node)
    {
        if (node is not YamlList { Items.Count: > 0 } list)
        {
            scope.Report(node.Location, "\"needs\" has to be a list of what the target claims. Write \"needs: [claim]\", or leave it out.");
            return [];
        }

        var needs = new List<Text>();
        foreach (var item in list.Items)
        {
            if (item is YamlScalar { IsNull: false } scalar)
            {
                var need = scope.Text(scalar);
                scope.CheckWord(need, "The claim", scope.Vocabulary.Claims);
                needs.Add(need);
            }
            else
            {
                scope.Report(item.Location, $"A need is {item.Kind}, and has to be a claim. Write \"needs: [claim]\".");
            }
        }

        return needs;
    }
}
