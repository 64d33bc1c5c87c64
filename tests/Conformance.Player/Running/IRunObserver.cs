using Conformance.Player.Preflights;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Running;

/// <summary>Hears of a run while it goes on. Calls come from several threads, never two at once.</summary>
public interface IRunObserver
{
    /// <summary>Something takes a while: a browser is installed, a target started.</summary>
    void Say(string sentence);

    /// <summary>The preflight is done.</summary>
    void Checked(PreflightReport report);

    /// <summary>A case has its verdict; a later control may still overturn it.</summary>
    /// <param name="result">The result.</param>
    /// <param name="done">How many are done.</param>
    /// <param name="of">Of how many.</param>
    void Judged(CaseResult result, int done, int of);
}
