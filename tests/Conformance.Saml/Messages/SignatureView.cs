namespace Conformance.Saml.Messages;

/// <summary>A Signature as a person wants to see it. Whether it verifies is not said here.</summary>
public sealed record SignatureView
{
    /// <summary>Where it stands: local names from the root, separated by slashes.</summary>
    public string Path { get; init; } = "";

    /// <summary>Its algorithm.</summary>
    public string? SignatureMethod { get; init; }

    /// <summary>How its SignedInfo is canonicalized.</summary>
    public string? CanonicalizationMethod { get; init; }

    /// <summary>The URI of every Reference.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The digest algorithm of every Reference.</summary>
    public IReadOnlyList<string> DigestMethods { get; init; } = [];

    /// <summary>Paths of the elements that carry a referenced ID; several for one ID is an attack.</summary>
    public IReadOnlyList<string> Covers { get; init; } = [];

    /// <summary>The embedded certificates, base64 of DER.</summary>
    public IReadOnlyList<string> Certificates { get; init; } = [];
}
