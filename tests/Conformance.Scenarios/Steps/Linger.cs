namespace Conformance.Scenarios.Steps;

/// <summary><c>linger: 3m</c> — the person takes so long: the browser's cookies grow older, and no clock moves.</summary>
/// <param name="Time">How long.</param>
public sealed record Linger(TimeSpan Time) : Step;
