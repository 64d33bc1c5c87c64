namespace Conformance.Saml.Messages;

/// <summary>A name identifier, SAML core 2.2.3. Null means that the attribute is not written.</summary>
/// <param name="Value">The element's text, exactly.</param>
/// <param name="Format">One of <see cref="Names.NameIdFormats"/> or any other URI.</param>
/// <param name="NameQualifier">The IdP's domain of names.</param>
/// <param name="SPNameQualifier">The SP's domain of names.</param>
public sealed record NameId(
    string Value, string? Format = null, string? NameQualifier = null, string? SPNameQualifier = null);
