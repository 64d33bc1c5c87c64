namespace Conformance.Saml.Forging;

/// <summary>What the attacker wants to be. Every value carries the forged marker of the run.</summary>
/// <param name="NameId">The victim's name identifier.</param>
public sealed record Forgery(string NameId)
{
    /// <summary>What is changed unless a tampering says otherwise.</summary>
    public ForgeryTarget Target { get; init; }

    /// <summary>The victim's attribute values by attribute name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The attribute that names the role; null when the target has none.</summary>
    public string? RoleAttribute { get; init; }

    /// <summary>The role to be gained.</summary>
    public string? Role { get; init; }

    /// <summary>Text that only forged values contain; empty: each forged value is its own marker.</summary>
    public IReadOnlyList<string> Markers { get; init; } = [];
}
