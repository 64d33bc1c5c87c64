using System.Security.Cryptography;

namespace Conformance.ReferenceSp;

/// <summary>An account as the service provider has it now.</summary>
public sealed record ReferenceUser
{
    /// <summary>The product that the account belongs to.</summary>
    public required Dress Dress { get; init; }

    /// <summary>The domain of the company that the account belongs to.</summary>
    public required string Company { get; init; }

    /// <summary>The value that names the account in assertions.</summary>
    public required string Identifier { get; init; }

    /// <summary>The e-mail address; empty where none is known.</summary>
    public string Email { get; init; } = "";

    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>Profile fields filled through the attribute mapping.</summary>
    public IReadOnlyDictionary<string, string> Profile { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the account is locked.</summary>
    public bool Suspended { get; init; }

    /// <summary>Whether a login made the account.</summary>
    public bool JustInTime { get; init; }

    /// <summary>What the account is called by whoever provisions it; it never changes.</summary>
    internal string Id { get; init; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Whether SCIM made or changed the account, so that its profile is not the login's to change.</summary>
    internal bool IsProvisioned { get; init; }

    /// <summary>The role that SCIM gave the account itself; null: none.</summary>
    internal string? RoleGiven { get; init; }

    internal string? Password { get; init; }

    /// <summary>What a person would call the account: the e-mail address that names it, or else the one it has.</summary>
    public string Account => Identifier.Contains('@', StringComparison.Ordinal) || Email.Length == 0 ? Identifier : Email;

    internal string DisplayName => Profile.TryGetValue("displayName", out var name)
        ? name
        : string.Join(' ', new[] { Field("firstName"), Field("lastName") }.Where(part => part.Length > 0)) is { Length: > 0 } full
            ? full
            : Email.Length > 0 ? Email : Identifier;

    private string Field(string name) => Profile.GetValueOrDefault(name, "");
}
