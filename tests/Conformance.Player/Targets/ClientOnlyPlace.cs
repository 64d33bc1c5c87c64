namespace Conformance.Player.Targets;

/// <summary>The target is a provisioning client and no service provider.</summary>
public sealed record ClientOnlyPlace : TargetPlace;
