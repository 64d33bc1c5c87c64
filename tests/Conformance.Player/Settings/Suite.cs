using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Fixtures;
using Conformance.Player.Targets;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Settings;

/// <summary>Everything that the files say for one run, read and held against each other.</summary>
public sealed record Suite
{
    /// <summary>Where the files lie.</summary>
    public required SuiteFolders Folders { get; init; }

    /// <summary>How the run is to go.</summary>
    public required SuiteSettings Settings { get; init; }

    /// <summary>Who takes part.</summary>
    public required FixtureLibrary Fixtures { get; init; }

    /// <summary>The scenarios.</summary>
    public required LoadedScenarios Library { get; init; }

    /// <summary>The service provider under test.</summary>
    public required TargetFile Target { get; init; }

    /// <summary>The identity provider that it meets.</summary>
    public required IdentityProviderSettings Idp { get; init; }

    /// <summary>What is known to fail.</summary>
    public KnownFailures Known { get; init; } = KnownFailures.None;

    /// <summary>Problems of scenario files; a selection that does not mean those files can be played all the same.</summary>
    public IReadOnlyList<ScenarioProblem> ScenarioProblems => Library.Problems;

    /// <summary>What has to follow an address to play it again as in this run.</summary>
    public string AgainWith => string.Join(' ', AgainParts());

    private IEnumerable<string> AgainParts()
    {
        var usual = new SuiteSettings();
        if (Settings.Target != usual.Target)
        {
            yield return $"--target {Quoted(Settings.Target)}";
        }

        if (Settings.Idp != usual.Idp)
        {
            yield return $"--idp {Quoted(Settings.Idp)}";
        }

        if (Settings.Driver != usual.Driver)
        {
            yield return $"--driver {Settings.Driver.ToString().ToLowerInvariant()}";
        }

        foreach (var flaw in Settings.Flaws)
        {
            yield return $"--flaw {flaw}";
        }

        if (Settings.Strict)
        {
            yield return "--strict";
        }

        if (Settings.Keys is { } keys)
        {
            yield return $"--keys {Quoted(keys)}";
        }
    }

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
