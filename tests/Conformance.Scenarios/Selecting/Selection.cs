using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Spec;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Selecting;

/// <summary>What a person wants to have played: addresses, folders, tags, places in specifications; nothing: everything.</summary>
public sealed class Selection
{
    private readonly IReadOnlyList<string> _wanted;

    private Selection(IReadOnlyList<string> wanted) => _wanted = wanted;

    /// <summary>Reads the arguments of a command line; a file's path stands for its address.</summary>
    /// <param name="arguments">Such as <c>saml/attack</c>, <c>smoke</c>, <c>CVE-2025-29775</c>, <c>scenarios/saml/login.yaml</c>.</param>
    public static Selection Parse(IEnumerable<string> arguments) => new([.. arguments.Select(Address).Distinct(StringComparer.Ordinal)]);

    /// <summary>Whether nothing but plans was named whose recommendations are obligations.</summary>
    public bool IsStrict => _wanted.Count > 0 && _wanted.All(wanted => Plans.Find(wanted)?.IsStrict == true);

    /// <summary>Chooses among the scenarios there are. An argument is a union with the others; one that matches nothing is a problem.</summary>
    /// <param name="loaded">The scenarios.</param>
    public SelectedScenarios Choose(LoadedScenarios loaded)
    {
        if (_wanted.Count == 0)
        {
            return new SelectedScenarios([.. loaded.Cases], [.. loaded.BrokenScenarios.Keys], []);
        }

        var matched = _wanted.ToDictionary(wanted => wanted, _ => false, StringComparer.Ordinal);
        var cases = loaded.Cases.Where(@case => Matches(wanted => IsMeant(@case, wanted))).ToList();
        var broken = loaded.BrokenScenarios.Keys.Where(address => Matches(wanted => IsAtOrBelow(address, wanted) || IsAtOrBelow(wanted, address))).ToList();
        return new SelectedScenarios(cases, broken, [.. matched.Where(pair => !pair.Value).Select(pair => Problem(pair.Key, loaded))]);

        bool Matches(Func<string, bool> isMeant)
        {
            var any = false;
            foreach (var wanted in _wanted.Where(isMeant))
            {
                any = matched[wanted] = true;
            }

            return any;
        }
    }

    private static string Address(string argument)
    {
        var address = argument.Trim().Replace('\\', '/');
        var folder = address.LastIndexOf("scenarios/", StringComparison.Ordinal);
        if (folder == 0 || (folder > 0 && address[folder - 1] == '/'))
        {
            address = address[(folder + "scenarios/".Length)..];
        }

        address = address.EndsWith(".yaml", StringComparison.Ordinal) ? address[..^".yaml".Length] : address;
        return address.TrimEnd('/');
    }

    private static bool IsMeant(ScenarioCase @case, string wanted) =>
        IsAtOrBelow(@case.Address, wanted)
        || Plans.Find(wanted)?.Includes(@case) == true
        || @case.Scenario.Tags.Contains(wanted, StringComparer.OrdinalIgnoreCase)
        || @case.Scenario.Spec.Any(key => SpecReference.TryParse(key, out var reference) && reference.IsWithin(wanted));

    /// <summary>Whole segments only: <c>saml/att</c> does not choose <c>saml/attack</c>.</summary>
    private static bool IsAtOrBelow(string address, string folder) =>
        folder.Length > 0
        && address.StartsWith(folder, StringComparison.Ordinal)
        && (address.Length == folder.Length || address[folder.Length] == '/');

    private static string Problem(string wanted, LoadedScenarios loaded)
    {
        if (wanted.Length == 0)
        {
            return "An argument is empty. Write an address, a tag or a place in a specification, or nothing at all.";
        }

        if (loaded.Spec.Find(wanted) is { } entry)
        {
            return entry.NotTested is { } reason
                ? $"No scenario tests \"{wanted}\": {reason}"
                : $"No scenario tests \"{wanted}\". Write one with \"spec: [{wanted}]\".";
        }

        return $"\"{wanted}\" is no address, tag or place in a specification. {NearestWord.Hint(wanted, Known(loaded, wanted))}";
    }

    private static List<string> Known(LoadedScenarios loaded, string wanted)
    {
        var addresses = loaded.Scenarios.Select(scenario => scenario.Address).Concat(loaded.BrokenScenarios.Keys).ToList();
        var folders = addresses.SelectMany(Folders).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var all = folders
            .Concat(addresses)
            .Concat(loaded.Cases.Select(@case => @case.Address))
            .Concat(loaded.Scenarios.SelectMany(scenario => scenario.Tags.Concat(scenario.Spec)))
            .Distinct(StringComparer.Ordinal)
            .ToList();

        // Hundreds of addresses are no help; where nothing is near, the folders are.
        return NearestWord.To(wanted, all) is null ? folders : all;
    }

    private static IEnumerable<string> Folders(string address)
    {
        for (var slash = address.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = address.IndexOf('/', slash + 1))
        {
            yield return address[..slash];
        }
    }
}
