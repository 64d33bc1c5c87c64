using System.Security.Cryptography;
using System.Xml;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Signatures;

/// <summary>Core validation of one signature whose form has been checked (xmldsig-core1 3.2).</summary>
internal static class SignatureVerifier
{
    public static bool DigestMatches(XmlSignature signature, XmlElement signed)
    {
        var canonical = Canonicalizer.Write(signed, SignedForm(signature), signature.Element);
        return DigestIs(signature, canonical, signature.DigestValue.Text());
    }

    public static bool DigestIs(XmlSignature signature, byte[] octets, string digestValue)
    {
        var hash = DigestMethods.Find(signature.DigestMethod) ?? throw new CryptographicException("The digest algorithm is unknown.");
        return CryptographicOperations.FixedTimeEquals(CryptographicOperations.HashData(hash, octets), Convert.FromBase64String(digestValue));
    }

    public static bool ValueMatches(XmlSignature signature, IReadOnlyList<VerificationKey> keys)
    {
        var method = SignatureMethods.Find(signature.SignatureMethod) ?? throw new CryptographicException("The signature algorithm is unknown.");
        var form = XmlSignature.Form(signature.SignedInfo.Element("CanonicalizationMethod", XmlNames.Signature)!)
            ?? throw new CryptographicException("The canonicalization algorithm is unknown.");
        var signedInfo = Canonicalizer.Write(signature.SignedInfo, form);
        var value = Convert.FromBase64String(signature.SignatureValue.Text());
        return keys.Any(key => key.Verifies(method, signedInfo, value));
    }

    /// <summary>
    /// The canonical form in which the signed element was digested; without one it is inclusive (xmldsig-core1 4.4.3.2).
    /// A Reference by "#id" leaves comments out before any transform sees them (4.4.3.3), so WithComments changes nothing.
    /// </summary>
    public static CanonicalForm SignedForm(XmlSignature signature)
    {
        var named = signature.Transforms.Select(XmlSignature.Form).FirstOrDefault(form => form is not null);
        return (named ?? new CanonicalForm(IsExclusive: false, WithComments: false, [])) with { WithComments = false };
    }

    /// <summary>The signed octets as a tree of their own: nothing that was not signed can be in it.</summary>
    public static XmlElement Reread(XmlElement element, XmlElement? omitted = null)
    {
        var form = new CanonicalForm(IsExclusive: false, WithComments: false, []);
        return XmlParsing.Parse(Canonicalizer.Write(element, form, omitted)).DocumentElement
            ?? throw new XmlException("The signed octets hold no element.");
    }
}
