namespace Conformance.Scenarios.Steps;

/// <summary><c>restart-sp: true</c> — the service provider is stopped and started again.</summary>
public sealed record RestartSp : Step;
