using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>open: URL</c> — the person goes to an address.</summary>
/// <param name="Url">The address.</param>
public sealed record Open(Text Url) : Step;
