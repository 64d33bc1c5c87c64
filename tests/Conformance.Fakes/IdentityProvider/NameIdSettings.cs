using Conformance.Saml.Names;

namespace Conformance.Fakes.IdentityProvider;

/// <summary>Where the name identifier comes from.</summary>
public sealed record NameIdSettings
{
    /// <summary>A field in the identity provider's own spelling.</summary>
    public string Source { get; init; } = "email";

    /// <summary>The Format where neither application nor request decides.</summary>
    public string Format { get; init; } = NameIdFormats.EmailAddress;

    /// <summary>Whether the Format of the request's NameIDPolicy wins.</summary>
    public bool RequestFormatWins { get; init; } = true;

    /// <summary>The formats that a request may ask for.</summary>
    public IReadOnlyList<string> Formats { get; init; } =
        [NameIdFormats.EmailAddress, NameIdFormats.Unspecified, NameIdFormats.Persistent, NameIdFormats.Transient];

    /// <summary>Whether a person without a value in <see cref="Source"/> gets an opaque persistent one; else there is no NameID.</summary>
    public bool PairwiseWhenMissing { get; init; }
}
