using Conformance.Benchmarks.Rehearsals;
using Conformance.ReferenceSp;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Benchmarks.KillMatrix;

/// <summary>Plays cases on the reference service provider with one flaw and says which of them notice it.</summary>
internal sealed class FlawTrial(Rehearsal rehearsal)
{
    /// <summary>The name under which the service provider without a flaw is kept.</summary>
    public const string Sound = "sound";

    /// <summary>The cases that a flaw is tried with: those of <c>saml/</c>. The others need a person, or a browser.</summary>
    public static IReadOnlyList<ScenarioCase> Catalogue(Rehearsal rehearsal) =>
        [.. rehearsal.Library.Cases.Where(scenarioCase => scenarioCase.Address.StartsWith("saml/", StringComparison.Ordinal))];

    /// <summary>The cases that stand for one of the checks that the flaw is meant for, or for its published bug.</summary>
    public static IEnumerable<ScenarioCase> Own(Flaw flaw, IEnumerable<ScenarioCase> catalogue)
    {
        var meant = flaw.MeantFor.Select(check => $"check/{check}").Concat(flaw.Cves).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return catalogue.Where(scenarioCase => scenarioCase.Scenario.Spec.Any(meant.Contains));
    }

    /// <summary>
    /// What a flaw meets where time is short: every case of its own scenarios, and the first of every other file. A flaw that another's
    /// scenario notices by any case is noticed by its first in nearly all files: their cases vary the place and the form of one fault.
    /// </summary>
    public static IReadOnlyList<ScenarioCase> FirstAndOwn(Flaw flaw, IReadOnlyList<ScenarioCase> catalogue)
    {
        var own = Own(flaw, catalogue).ToHashSet();
        return [.. catalogue.Where(scenarioCase => own.Contains(scenarioCase) || scenarioCase.Scenario.Cases[0] == scenarioCase.Case)];
    }

    /// <summary>The cases of the articles that stand for a promise.</summary>
    public static IEnumerable<ScenarioCase> Promising(Rehearsal rehearsal, string promise) =>
        rehearsal.Library.Cases.Where(scenarioCase => scenarioCase.Address.StartsWith("integrations/", StringComparison.Ordinal) && scenarioCase.Scenario.Spec.Contains($"article/{promise}"));

    /// <summary>Plays them.</summary>
    /// <param name="flaw">The flaw; <c>null</c>: the sound service provider.</param>
    /// <param name="cases">What is played.</param>
    /// <param name="workers">How many benches.</param>
    public async Task<Kill> PlayAsync(Flaw? flaw, IReadOnlyList<ScenarioCase> cases, int workers)
    {
        var report = await rehearsal.PlayAsync(cases, new Staging { Flaws = flaw is null ? [] : [flaw.Name], Workers = workers, Discovers = false });
        return new Kill(
            flaw?.Name ?? Sound,
            [.. report.Results.Where(Kill.Notices).Select(result => result.Address)],
            report.Preflight.Failure?.Id,
            [.. report.Results.Where(result => result.Driver is not null).Select(result => result.Address)],
            [.. report.Results.Where(result => result.Verdict is Verdict.Inconclusive or Verdict.Error).Select(result => $"{result.Address}: {result.Verdict}: {result.Reason ?? result.Actual}")]);
    }
}
