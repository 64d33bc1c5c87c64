namespace Conformance.ReferenceSp;

/// <summary>A person who has an account before the first login.</summary>
public sealed record ReferencePerson
{
    /// <summary>The e-mail address, which names the account.</summary>
    public required string Email { get; init; }

    /// <summary>The password, where password login is allowed; null: none.</summary>
    public string? Password { get; init; }

    /// <summary>The <see cref="CompanyConfiguration.Domain"/> of the person's company.</summary>
    public required string Company { get; init; }

    /// <summary>The product that the company uses.</summary>
    public Dress Dress { get; init; }

    /// <summary>The role; null: the company's default role.</summary>
    public string? Role { get; init; }

    /// <summary>The NameID or attribute value that names the account, where it is not the e-mail address.</summary>
    public string? Identifier { get; init; }

    /// <summary>Whether the account is locked.</summary>
    public bool Suspended { get; init; }
}
