using System.Xml;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Checks;

/// <summary>Does the answer come from the company's identity provider, to this address, for a request of this browser?</summary>
internal static class ProtocolChecks
{
    public static string? StatusIsSuccess(LoginAttempt attempt)
    {
        var statuses = attempt.Response.Elements("Status", XmlNames.Protocol).ToList();
        var code = statuses is [var status] ? status.Element("StatusCode", XmlNames.Protocol) : null;
        if (code?.Value("Value") == XmlNames.Success)
        {
            return null;
        }

        var inner = code?.Element("StatusCode", XmlNames.Protocol)?.Value("Value");
        var message = statuses.FirstOrDefault()?.Element("StatusMessage", XmlNames.Protocol)?.Text();
        return $"The identity provider refused: \"{Last(code?.Value("Value"))}\""
            + (inner is null ? "" : $", \"{Last(inner)}\"")
            + (message is null ? "." : $", saying \"{message}\".");
    }

    public static string? ResponseIssuerIsTheIdp(LoginAttempt attempt)
    {
        var issuers = attempt.Response.Elements("Issuer", XmlNames.Assertion).ToList();
        return issuers.Count == 0 ? null : IssuerFault(attempt, issuers, "Response");
    }

    public static string? AssertionIssuerIsTheIdp(LoginAttempt attempt) =>
        IssuerFault(attempt, [.. attempt.Assertion.Elements("Issuer", XmlNames.Assertion)], "assertion");

    public static string? DestinationIsHere(LoginAttempt attempt)
    {
        var destination = attempt.Response.Value("Destination");
        if (destination is null)
        {
            return attempt.ResponseIsVerified ? "The signed Response names no Destination." : null;
        }

        return destination == attempt.Addresses.AssertionConsumerServiceUrl
            ? null
            : $"The Response's Destination \"{destination}\" is not \"{attempt.Addresses.AssertionConsumerServiceUrl}\".";
    }

    public static string? ResponseAnswersARequest(LoginAttempt attempt)
    {
        if (attempt.Response.Value("InResponseTo") is not { } requestId)
        {
            return null;
        }

        attempt.Pending = attempt.Memory.Requests.Find(requestId, attempt.Now);
        return attempt.Pending is { } pending && pending.Company == attempt.Company.Key
            ? null
            : $"The Response answers the request \"{requestId}\", which is not waiting for an answer.";
    }

    public static string? IsSolicitedOrAllowed(LoginAttempt attempt) =>
        attempt.Pending is not null || (attempt.Company.Configuration.IdpInitiated && !attempt.Blueprint.NeedsRelayState(attempt.Company))
            ? null
            : "The response was not asked for (it has no InResponseTo), and sign-in started at the identity provider is not supported.";

    public static string? ComesFromTheAskingBrowser(LoginAttempt attempt) =>
        attempt.Pending is not { } pending || attempt.Request.Cookie(pending.CookieName) == pending.BrowserSecret
            ? null
            : "The response answers a login that another browser started, or this browser lost its cookie.";

    private static string? IssuerFault(LoginAttempt attempt, IReadOnlyList<XmlElement> issuers, string holder)
    {
        if (issuers is not [var issuer])
        {
            return $"The {holder} does not have exactly one Issuer.";
        }

        if (issuer.Value("Format") is { } format && format != XmlNames.EntityFormat)
        {
            return $"The {holder}'s Issuer has the Format \"{format}\".";
        }

        return issuer.Text() == attempt.Company.Issuer
            ? null
            : $"The {holder}'s Issuer \"{issuer.Text()}\" is not the configured \"{attempt.Company.Issuer}\".";
    }

    private static string Last(string? urn) => urn is null ? "no status" : urn[(urn.LastIndexOf(':') + 1)..];
}
