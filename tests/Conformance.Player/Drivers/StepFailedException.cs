namespace Conformance.Player.Drivers;

/// <summary>A person's step could not be done on the page that is there: what was looked for, and what the page offers instead.</summary>
public sealed class StepFailedException(string message) : Exception(message);
