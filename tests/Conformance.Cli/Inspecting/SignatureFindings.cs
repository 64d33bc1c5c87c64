using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Cli.Inspecting;

/// <summary>Checks the signatures of a message by the platform's own implementation.</summary>
internal static class SignatureFindings
{
    /// <summary>A finding for each signature, in the order of the message.</summary>
    /// <param name="response">The message.</param>
    /// <param name="trusted">The identity provider's certificate; <c>null</c>: what the signature itself carries, which proves only that it is whole.</param>
    public static IReadOnlyList<SignatureFinding> Of(ReadResponse response, X509Certificate2? trusted)
    {
        if (response.Problems.Count > 0 || response.Signatures.Count == 0)
        {
            return [];
        }

        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        using (var reader = XmlReader.Create(new StringReader(response.Xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }))
        {
            document.Load(reader);
        }

        var elements = document.GetElementsByTagName("Signature", SamlNamespaces.XmlSignature).OfType<XmlElement>().ToList();
        return [.. elements.Zip(response.Signatures, (element, view) => Check(element, view, trusted))];
    }

    private static SignatureFinding Check(XmlElement element, SignatureView view, X509Certificate2? trusted)
    {
        using var own = trusted is null && view.Certificates.Count > 0 ? Certificate(view.Certificates[0]) : null;
        if ((trusted ?? own) is not { } certificate)
        {
            return new SignatureFinding(view.Path, Holds: false, IsAgainst: false, "There is no certificate to check it with; name one with --certificate.");
        }

        var whose = trusted is null ? "the certificate that it carries" : "the certificate that was named";
        try
        {
            var signed = new SignedXml(element.OwnerDocument);
            signed.LoadXml(element);
            var holds = signed.CheckSignature(certificate, verifySignatureOnly: true);
            return new SignatureFinding(view.Path, holds, IsAgainst: true, holds
                ? $"It verifies with {whose}{(trusted is null ? ": it is whole, and says nothing of whether that is the identity provider's" : string.Empty)}."
                : $"{view.Path} does not verify with {whose}.");
        }
        catch (CryptographicException exception)
        {
            return new SignatureFinding(view.Path, Holds: false, IsAgainst: true, $"{view.Path} cannot be checked: {exception.Message}");
        }
    }

    /// <summary>A certificate from its base64; <c>null</c> when it is none.</summary>
    public static X509Certificate2? Certificate(string base64)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(Convert.FromBase64String(string.Concat(base64.Where(letter => !char.IsWhiteSpace(letter)))));
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
