using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using Conformance.Saml.Names;

namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>The signature inside a posted request, SAML core 5.</summary>
internal static class EmbeddedSignature
{
    public static bool IsPresent(string xml) => Load(xml)?.DocumentElement is { } root && SignatureOf(root) is not null;

    /// <summary>Whether one of the certificates verifies a signature over the whole request.</summary>
    public static (bool IsValid, string Sentence) Check(string xml, IEnumerable<X509Certificate2> certificates)
    {
        if (Load(xml)?.DocumentElement is not { } root || SignatureOf(root) is not { } signature)
        {
            return (false, "The request is not signed.");
        }

        try
        {
            var signed = new SignedXml(root);
            signed.LoadXml(signature);
            var reference = signed.SignedInfo?.References is [Reference only] ? only.Uri : null;
            if (reference is null || (reference.Length > 0 && reference != "#" + root.GetAttribute("ID")))
            {
                return (false, "The signature does not refer to the request as a whole.");
            }

            foreach (var certificate in certificates)
            {
                if (signed.CheckSignature(certificate, verifySignatureOnly: true))
                {
                    return (true, $"The request is signed by {certificate.Subject}.");
                }
            }

            return (false, "The signature fits no certificate of the service provider.");
        }
        catch (CryptographicException error)
        {
            return (false, $"The signature cannot be read: {error.Message}");
        }
    }

    private static XmlElement? SignatureOf(XmlElement root) =>
        root.ChildNodes.OfType<XmlElement>().FirstOrDefault(child =>
            child.LocalName == "Signature" && child.NamespaceURI == SamlNamespaces.XmlSignature);

    private static XmlDocument? Load(string xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using var text = new StringReader(xml);
            using var reader = XmlReader.Create(text, settings);
            var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            document.Load(reader);
            return document;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
