namespace Conformance.Player.Targets;

/// <summary>The target cannot run on this machine (a program is missing): everything on it is Skipped with this reason.</summary>
public sealed class TargetUnavailableException(string reason) : Exception(reason);
