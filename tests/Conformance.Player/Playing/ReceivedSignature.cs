using System.Security.Cryptography.X509Certificates;
using Conformance.Fakes.IdentityProvider;
using Conformance.Saml.Bindings;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Player.Playing;

/// <summary>The signature of a message from the service provider, held against the keys in its metadata.</summary>
internal sealed class ReceivedSignature
{
    public ReceivedSignature(ReceivedMessage message, Stage stage)
    {
        var certificates = stage.Metadata?.SigningCertificates() ?? [];
        if (message.Binding == BindingUris.HttpRedirect)
        {
            var query = message.Url.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? message.Url[(mark + 1)..] : string.Empty;
            var decoded = HttpRedirectBinding.Decode(query);
            IsPresent = decoded.IsSigned;
            Algorithm = decoded.SignatureAlgorithm;
            Problems = decoded.IsSigned ? [.. OfQuery(decoded, certificates)] : [];
        }
        else if (message.Xml is { } xml)
        {
            IsPresent = EnvelopedSignature.IsPresent(xml);
            Algorithm = EnvelopedSignature.Algorithm(xml);
            Problems = EnvelopedSignature.Problems(xml, certificates);
        }
    }

    public bool IsPresent { get; }

    public string? Algorithm { get; }

    public IReadOnlyList<string> Problems { get; } = [];

    private static IEnumerable<string> OfQuery(RedirectMessage message, IReadOnlyCollection<X509Certificate2> certificates)
    {
        if (message.SignatureAlgorithm is null)
        {
            yield return "There is a Signature and no SigAlg.";
        }
        else if (message.Signature is null)
        {
            yield return "There is a SigAlg and no Signature.";
        }
        else if (certificates.Count > 0 && !message.Check(certificates).IsValid)
        {
            yield return message.Check(certificates).Sentence;
        }
    }
}
