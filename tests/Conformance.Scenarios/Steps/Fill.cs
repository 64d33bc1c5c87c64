using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>fill: {LABEL: VALUE}</c> — the person types into the fields of those labels.</summary>
/// <param name="Fields">Label → value, in order.</param>
public sealed record Fill(IReadOnlyList<KeyValuePair<Text, Text>> Fields) : Step;
