namespace Conformance.Scenarios.Steps;

/// <summary><c>back: N</c> — the person presses the browser's Back button.</summary>
/// <param name="Times">How often.</param>
public sealed record Back(int Times) : Step;
