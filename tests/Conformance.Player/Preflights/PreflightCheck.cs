namespace Conformance.Player.Preflights;

/// <summary>One check before the scenarios: is it me or the service provider?</summary>
/// <param name="Id">The check's id in the catalogue, such as <c>CTL-04</c>.</param>
/// <param name="Name">What is checked.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Sentence">What was seen.</param>
/// <param name="Remedy">What to do about it; <c>null</c> when nothing has to be done.</param>
public sealed record PreflightCheck(string Id, string Name, PreflightOutcome Outcome, string Sentence, string? Remedy = null);
