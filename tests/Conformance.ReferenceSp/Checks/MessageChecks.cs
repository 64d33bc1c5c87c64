using System.Xml;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Checks;

/// <summary>Is there one message, and is it a SAML Response?</summary>
internal static class MessageChecks
{
    public static string? ArrivedByHttpPost(LoginAttempt attempt)
    {
        var request = attempt.Request;
        if (request.Method != "POST" || !request.ContentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return "A response is taken only from a posted form (the HTTP-POST binding).";
        }

        if (request.QuerySamlResponse.Count > 0)
        {
            return "A SAMLResponse stood in the address.";
        }

        return request.FormSamlResponse.Count == 1 ? null : $"The form holds {request.FormSamlResponse.Count} fields SAMLResponse instead of one.";
    }

    public static string? Decodes(LoginAttempt attempt)
    {
        attempt.Message = Convert.FromBase64String(attempt.Request.FormSamlResponse.ToString());
        return attempt.Message.Length > 0 ? null : "The SAMLResponse is empty.";
    }

    public static string? IsWellFormed(LoginAttempt attempt)
    {
        try
        {
            attempt.Response = XmlParsing.Parse(attempt.Message).DocumentElement!;
            return null;
        }
        catch (XmlException exception)
        {
            return exception.Message.Contains("DTD", StringComparison.Ordinal)
                ? "The response has a DOCTYPE, which SAML messages never need."
                : $"The response is not well-formed XML: {exception.Message}";
        }
    }

    public static string? HasNoProcessingInstructions(LoginAttempt attempt) =>
        attempt.Response.SelfAndDescendants().Any(element => element.ChildNodes.OfType<XmlProcessingInstruction>().Any())
            ? "The response holds a processing instruction."
            : null;

    public static string? IsResponse(LoginAttempt attempt)
    {
        var response = attempt.Response;
        if (!response.Is("Response", XmlNames.Protocol))
        {
            return $"The message is \"{response.LocalName}\" and not a SAML 2.0 Response.";
        }

        if (response.Value("Version") != "2.0")
        {
            return $"The Response's Version is \"{response.Value("Version")}\" and not \"2.0\".";
        }

        if (SamlTime.Parse(response.Value("IssueInstant")) is null)
        {
            return $"The Response's IssueInstant \"{response.Value("IssueInstant")}\" is no time in UTC.";
        }

        return response.Elements().FirstOrDefault(child => !IsChildOfResponse(child)) is { } stranger
            ? $"The Response holds an element \"{stranger.Name}\" that has no place there."
            : null;
    }

    private static bool IsChildOfResponse(XmlElement child) => (child.LocalName, child.NamespaceURI) is
        ("Issuer", XmlNames.Assertion) or ("Signature", XmlNames.Signature) or ("Extensions", XmlNames.Protocol)
        or ("Status", XmlNames.Protocol) or ("Assertion", XmlNames.Assertion) or ("EncryptedAssertion", XmlNames.Assertion);
}
