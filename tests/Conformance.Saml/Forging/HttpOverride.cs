namespace Conformance.Saml.Forging;

/// <summary>Another way to deliver the message than the form post that the binding prescribes.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="InQuery">Whether the fields go into the query instead of the body.</param>
/// <param name="ContentType">The body's content type; null keeps that of a form.</param>
/// <param name="Body">The body when it is not the form; null keeps the form.</param>
public sealed record HttpOverride(
    string Method = "POST", bool InQuery = false, string? ContentType = null, byte[]? Body = null);
