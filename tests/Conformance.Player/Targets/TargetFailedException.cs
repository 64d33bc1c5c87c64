namespace Conformance.Player.Targets;

/// <summary>The target did not start or did not become ready: what was tried, what it printed, what to do.</summary>
public sealed class TargetFailedException(string message) : Exception(message);
