using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>idp-admin: {ACTION: ROLE}</c> — an administrator changes something at the identity provider.</summary>
/// <param name="Actions">In order: <c>assign</c>, <c>unassign</c>, <c>disable</c>, <c>enable</c>, <c>activate</c>, <c>deactivate</c>, <c>rollover</c> → role or value.</param>
public sealed record IdpAdmin(IReadOnlyList<KeyValuePair<Text, Text>> Actions) : Step;
