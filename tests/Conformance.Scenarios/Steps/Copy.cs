using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>copy: LABEL</c> — the person copies what the page shows under that label, to paste it elsewhere.</summary>
/// <param name="Label">The label, as the page shows it.</param>
/// <param name="Name">The name by which later steps reach it: <c>${NAME.value}</c>.</param>
public sealed record Copy(Text Label, Text Name) : Step;
