using System.Security.Cryptography.X509Certificates;
using Conformance.Fakes.Stubs;
using Conformance.Saml.Bindings;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>Takes a message out of an HTTP request, whichever binding brought it.</summary>
internal sealed class RequestReader(TimeProvider clock, Func<StubRequest, string?, ServiceProviderApplication?> applicationOf)
{
    private const string Clause = "saml-bindings/3.4.4";

    /// <summary>The message, numbered 0; null when there is none.</summary>
    public ReceivedMessage? Read(StubRequest request) => request.Method == "POST" ? ReadPost(request) : ReadRedirect(request);

    private ReceivedMessage? ReadRedirect(StubRequest request)
    {
        if (request.Query("SAMLRequest") is null && request.Query("SAMLResponse") is null)
        {
            return null;
        }

        var message = HttpRedirectBinding.Decode(request.RawQuery);

        // From the query as any web server decodes it, not from the binding: RelayState is nobody's to normalise.
        var received = Describe(request, BindingUris.HttpRedirect, message.Xml, message.ParameterName, request.Query("RelayState")) with
        {
            Problems = [.. message.Problems.Select(problem => new MessageProblem(Clause, problem))],
        };
        received = WithContent(received, request);
        if (!message.IsSigned)
        {
            return received;
        }

        return WithSignature(received, certificates =>
        {
            var check = message.Check(certificates);
            return (check.IsValid, check.Sentence);
        });
    }

    private ReceivedMessage? ReadPost(StubRequest request)
    {
        var parameter = request.Form("SAMLRequest") is not null ? "SAMLRequest" : "SAMLResponse";
        if (request.Form(parameter) is not { } encoded)
        {
            return null;
        }

        var xml = HttpPostBinding.Decode(encoded);
        var received = Describe(request, BindingUris.HttpPost, xml, parameter, request.Form("RelayState"));
        if (xml is null)
        {
            return received with { Problems = [new MessageProblem("saml-bindings/3.5.4", $"The {parameter} is not base64.")] };
        }

        received = WithContent(received, request);
        return EmbeddedSignature.IsPresent(xml)
            ? WithSignature(received, certificates => EmbeddedSignature.Check(xml, certificates))
            : received;
    }

    private ReceivedMessage Describe(StubRequest request, string binding, string? xml, string? parameter, string? relayState) => new()
    {
        Index = 0,
        Kind = KindOf(xml, parameter),
        Time = clock.GetUtcNow(),
        Binding = binding,
        Url = request.Url,
        Body = request.Method == "POST" ? request.BodyText : null,
        Xml = xml,
        RelayState = relayState,
    };

    private ReceivedMessage WithContent(ReceivedMessage received, StubRequest request)
    {
        if (received.Xml is not { } xml || received.Kind is ReceivedKind.LogoutRequest or ReceivedKind.LogoutResponse)
        {
            return received with { Application = applicationOf(request, received.Xml is { } other ? SamlRoot.Issuer(other) : null) };
        }

        var read = AuthnRequestReader.Read(xml);
        return received with
        {
            AuthnRequest = received.Kind == ReceivedKind.AuthnRequest ? read.Request : null,
            Problems = [.. received.Problems, .. read.Problems],
            Application = applicationOf(request, read.Request.Issuer),
        };
    }

    private static ReceivedMessage WithSignature(
        ReceivedMessage received, Func<IReadOnlyList<X509Certificate2>, (bool IsValid, string Sentence)> check)
    {
        var certificates = received.Application?.Certificates ?? [];
        if (certificates.Count == 0)
        {
            return received with
            {
                Signature = SignatureVerdict.NotChecked,
                SignatureSentence = "It is signed; the service provider's certificate is not known.",
            };
        }

        var (isValid, sentence) = check(certificates);
        return received with
        {
            Signature = isValid ? SignatureVerdict.Valid : SignatureVerdict.Invalid,
            SignatureSentence = sentence,
        };
    }

    private static ReceivedKind KindOf(string? xml, string? parameter) => (xml is null ? null : SamlRoot.Name(xml), parameter) switch
    {
        ("AuthnRequest", "SAMLRequest") => ReceivedKind.AuthnRequest,
        ("LogoutRequest", "SAMLRequest") => ReceivedKind.LogoutRequest,
        ("LogoutResponse", "SAMLResponse") => ReceivedKind.LogoutResponse,
        _ => ReceivedKind.Unreadable,
    };
}
