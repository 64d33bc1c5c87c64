namespace Conformance.Scenarios.Model;

/// <summary>A named row of values for <c>${case.…}</c>.</summary>
/// <param name="Name">Lower-case words with hyphens; empty in a scenario without cases.</param>
/// <param name="Values">The values by key; <c>name</c> is always among them.</param>
/// <param name="Location">Where the case is written.</param>
public sealed record Case(string Name, IReadOnlyDictionary<string, string> Values, Location Location);
