using Conformance.Saml.Potency;

namespace Conformance.Saml.Forging;

/// <summary>A finished logout message, ready to be delivered.</summary>
/// <param name="Xml">The message as it is sent.</param>
/// <param name="Fields">The fields of the form or query, in their order.</param>
public sealed record ForgedLogout(string Xml, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>What the address has in its query besides, where the fields are a form; <c>null</c>: nothing.</summary>
    public string? Query { get; init; }

    /// <summary>Whether the message is what its tamperings claim.</summary>
    public PotencyReport Potency { get; init; } = PotencyReport.Unproven;
}
