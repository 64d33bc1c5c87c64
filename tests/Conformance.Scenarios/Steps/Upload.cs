using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>upload: {LABEL: CONTENT}</c> — the person chooses a file for the field of that label.</summary>
/// <param name="Files">Label → what the file holds, such as <c>${idp.metadata}</c>.</param>
public sealed record Upload(IReadOnlyList<KeyValuePair<Text, Text>> Files) : Step;
