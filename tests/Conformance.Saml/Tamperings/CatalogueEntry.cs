namespace Conformance.Saml.Tamperings;

/// <summary>A tampering's description and how it is made.</summary>
internal sealed record CatalogueEntry(TamperingDescription Description, Func<TamperingArguments, Tampering> Create);
