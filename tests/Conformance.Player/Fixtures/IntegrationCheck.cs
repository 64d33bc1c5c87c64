using Conformance.Fakes.IdentityProvider;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Words;

namespace Conformance.Player.Fixtures;

/// <summary>Whether an integration names only people and identity providers that there are.</summary>
internal static class IntegrationCheck
{
    public static void Report(
        Integration integration, YamlNode root, Dictionary<string, IdentityProviderSettings> idps,
        Dictionary<string, PersonFixture> people, List<ScenarioProblem> problems)
    {
        if (!idps.ContainsKey(integration.IdentityProvider))
        {
            problems.Add(new(root.Location,
                $"\"identity-provider\" is \"{integration.IdentityProvider}\", and there is no such file. "
                + NearestWord.Hint(integration.IdentityProvider, idps.Keys)));
        }

        foreach (var name in integration.People.Keys.Where(name => !people.ContainsKey(name)))
        {
            problems.Add(new(root.Location, $"There is no person \"{name}\" in fixtures/people. {NearestWord.Hint(name, people.Keys)}"));
        }

        foreach (var name in integration.Company.Accounts.Keys.Where(name => !integration.People.ContainsKey(name)))
        {
            problems.Add(new(root.Location, $"\"{name}\" has an account but is not among \"people\". {NearestWord.Hint(name, integration.People.Keys)}"));
        }
    }
}
