using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using Conformance.Saml.Names;

namespace Conformance.Saml.Messages;

/// <summary>The signature of a whole document by the root element it stands in, SAML core 5.4: what is wrong with it.</summary>
public static class EnvelopedSignature
{
    /// <summary>Whether the root has a Signature of its own.</summary>
    public static bool IsPresent(string xml) => Load(xml) is { } root && Find(root) is not null;

    /// <summary>The SignatureMethod, or <c>null</c> where there is no signature.</summary>
    public static string? Algorithm(string xml) =>
        Load(xml) is { } root && MessagePath.Values(root, "Signature/SignedInfo/SignatureMethod/@Algorithm") is [var algorithm, ..] ? algorithm : null;

    /// <summary>Everything that is wrong with the signature; empty when it is sound, or when there is none.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="certificates">The keys that may have made it; empty: the value is not checked, since nobody knows the key.</param>
    /// <param name="idAttribute">The name of the root's identifier: <c>ID</c> everywhere in SAML 2.0.</param>
    public static IReadOnlyList<string> Problems(string xml, IReadOnlyCollection<X509Certificate2> certificates, string idAttribute = "ID")
    {
        if (Load(xml) is not { } root || Find(root) is not { } signature)
        {
            return [];
        }

        var problems = new List<string>();
        var references = signature.GetElementsByTagName("Reference", SamlNamespaces.XmlSignature).OfType<XmlElement>()
            .Where(reference => reference.ParentNode is XmlElement { LocalName: "SignedInfo" }).ToList();
        if (references is not [var only])
        {
            return [$"SignedInfo has {references.Count} References, not one."];
        }

        // Metadata may be signed by the empty reference, which names the whole document.
        if (only.GetAttribute("URI") != "#" + root.GetAttribute(idAttribute) && !(root.LocalName.EndsWith("Descriptor", StringComparison.Ordinal) && only.GetAttribute("URI").Length == 0))
        {
            problems.Add($"The Reference is to \"{only.GetAttribute("URI")}\", not to the {root.LocalName} that holds the Signature.");
        }

        if (!MessagePath.Values(only, "Transforms/Transform/@Algorithm").Contains(CanonicalizationAlgorithms.EnvelopedSignature, StringComparer.Ordinal))
        {
            problems.Add("The transforms lack enveloped-signature.");
        }

        if (certificates.Count > 0 && !Verifies(root, signature, certificates))
        {
            problems.Add($"The signature fits none of the {certificates.Count} certificates in the metadata.");
        }

        return problems;
    }

    private static bool Verifies(XmlElement root, XmlElement signature, IEnumerable<X509Certificate2> certificates)
    {
        try
        {
            var signed = new SignedXml(root);
            signed.LoadXml(signature);
            return certificates.Any(certificate => signed.CheckSignature(certificate, verifySignatureOnly: true));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static XmlElement? Find(XmlElement root) => root.ChildNodes.OfType<XmlElement>()
        .FirstOrDefault(child => child is { LocalName: "Signature", NamespaceURI: SamlNamespaces.XmlSignature });

    private static XmlElement? Load(string xml) => UntrustedXml.TryRead(xml, [], "saml-core/5.4");
}
