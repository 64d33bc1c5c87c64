using System.Xml;
using Conformance.Saml.Messages;

namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>Decides, before anybody is asked for a password, whether a request is taken.</summary>
internal sealed class RequestExamination(IdentityProviderSettings settings, TimeProvider clock)
{
    /// <summary>Why the request is refused; null when it is taken.</summary>
    public Refusal? Refuse(ReceivedMessage received)
    {
        if (received.AuthnRequest is not { } request || IsUnreadable(request))
        {
            return new(IdpPages.BadRequest, ("problem", Problem(received)));
        }

        return (settings.Requests.Strict ? RefuseForm(request) : null)
            ?? RefuseSender(received, request)
            ?? RefuseAge(request)
            ?? (settings.Requests.Strict ? RefuseContent(request) : null)
            ?? RefuseAlways(request);
    }

    /// <summary>Where the answer to a request goes; null when the request asks for an address that is not registered.</summary>
    public static string? AcsUrl(ServiceProviderApplication application, AuthnRequest? request)
    {
        if (request?.AssertionConsumerServiceUrl is { } asked)
        {
            return application.AcsUrls.Contains(asked, StringComparer.Ordinal) ? asked : null;
        }

        // The numbers are those of the service provider's metadata; with one address there is nothing to choose.
        return request?.AssertionConsumerServiceIndex is { } index && application.AcsUrls.Count > 1
            ? application.AcsUrls.ElementAtOrDefault(index)
            : application.AcsUrls[0];
    }

    private static bool IsUnreadable(AuthnRequest request) => request.ID is null && request.Issuer is null;

    private static string Problem(ReceivedMessage received) =>
        received.Problems.Count > 0 ? received.Problems[0].Sentence : "it is no AuthnRequest.";

    private static Refusal? RefuseForm(AuthnRequest request)
    {
        if (request.Version != "2.0" || !request.Xml.Contains("IssueInstant", StringComparison.Ordinal))
        {
            return new(IdpPages.BadRequest, ("problem", "Version or IssueInstant."));
        }

        return IsNcName(request.ID) ? null : new(IdpPages.BadId, ("id", request.ID ?? ""));
    }

    private static Refusal? RefuseSender(ReceivedMessage received, AuthnRequest request)
    {
        if (received.Application is not { } application)
        {
            return new(IdpPages.UnknownApplication, ("issuer", request.Issuer ?? ""));
        }

        if (!application.Active)
        {
            return new(IdpPages.InactiveApplication);
        }

        if (application.RequiresSignedRequests && received.Signature == SignatureVerdict.Absent)
        {
            return new(IdpPages.RequestNotSigned);
        }

        if (received.Signature == SignatureVerdict.Invalid
            || (application.RequiresSignedRequests && received.Signature == SignatureVerdict.NotChecked))
        {
            return new(IdpPages.BadSignature, ("problem", received.SignatureSentence));
        }

        return AcsUrl(application, request) is null
            ? new(IdpPages.AcsMismatch,
                ("acs", request.AssertionConsumerServiceUrl ?? $"index {request.AssertionConsumerServiceIndex}"),
                ("issuer", request.Issuer ?? ""))
            : null;
    }

    private Refusal? RefuseAge(AuthnRequest request) =>
        settings.Requests.MaxAge is { } age && request.IssueInstant is { } made && clock.GetUtcNow() - made > age
            ? new(IdpPages.RequestExpired)
            : null;

    private Refusal? RefuseContent(AuthnRequest request)
    {
        if (UnsupportedProperty(request) is { } property)
        {
            return new(IdpPages.UnsupportedProperty, ("property", property));
        }

        return request.NameIdPolicy?.Format is { } format && !settings.NameId.Formats.Contains(format, StringComparer.Ordinal)
            ? new(IdpPages.NameIdPolicy, ("format", format))
            : null;
    }

    private Refusal? RefuseAlways(AuthnRequest request)
    {
        if (settings.Requests.RefuseSubject && request.HasSubject)
        {
            return new(IdpPages.UnsupportedProperty, ("property", "Subject"));
        }

        return settings.Requests.RefuseSPNameQualifier && request.NameIdPolicy?.SPNameQualifier is not null
            ? new(IdpPages.UnsupportedRequest, ("property", "NameIdentifierPolicy/SPNameQualifier"))
            : null;
    }

    private static string? UnsupportedProperty(AuthnRequest request)
    {
        if (request.AssertionConsumerServiceIndex is not null
            && (request.AssertionConsumerServiceUrl is not null || request.ProtocolBinding is not null))
        {
            return "AssertionConsumerServiceIndex";
        }

        if (request.RequestedAuthnContext?.Comparison is not (null or "exact"))
        {
            return "RequestedAuthnContext/Comparison";
        }

        return SamlRoot.HasChild(request.Xml, "Scoping") ? "Scoping" : null;
    }

    private static bool IsNcName(string? text)
    {
        try
        {
            return !string.IsNullOrEmpty(text) && XmlConvert.VerifyNCName(text) == text;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
