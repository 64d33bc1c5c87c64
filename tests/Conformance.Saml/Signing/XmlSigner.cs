using System.Xml;
using Conformance.Saml.Canonicalization;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Tamperings;

namespace Conformance.Saml.Signing;

/// <summary>Signs elements where they stand, enveloped, SAML core 5.4.</summary>
internal static class XmlSigner
{
    private const string Ds = SamlNamespaces.XmlSignature;

    /// <summary>Signs an element; the Signature stands behind the Issuer, or first where there is none.</summary>
    public static XmlElement Sign(XmlElement target, SignatureTemplate template)
    {
        var isWholeMessage = !target.HasAttribute("ID") && target == target.OwnerDocument.DocumentElement;
        var signature = Create(target, template, isWholeMessage ? "" : "#" + target.GetAttribute("ID"));
        SetDigest(signature, Digest(target, template, signature));
        Resign(signature, template);
        return signature;
    }

    /// <summary>A Signature in the place that the schema gives it, its two values still empty.</summary>
    public static XmlElement Create(XmlElement parent, SignatureTemplate template, string uri)
    {
        var signature = parent.OwnerDocument.CreateElement(template.Prefix, "Signature", Ds);
        var issuer = Dom.Children(parent).FirstOrDefault() is { LocalName: "Issuer" } first ? first : null;
        parent.InsertAfter(signature, issuer);
        Fill(signature, template, uri);
        return signature;
    }

    /// <summary>Writes all that belongs in a Signature that stands somewhere already.</summary>
    public static void Fill(XmlElement signature, SignatureTemplate template, string uri)
    {
        var prefix = template.Prefix;
        Dom.Declare(signature, prefix, Ds);
        var info = Dom.Append(signature, prefix, "SignedInfo", Ds);
        Dom.Append(info, prefix, "CanonicalizationMethod", Ds)
            .SetAttribute("Algorithm", template.CanonicalizationMethod);
        Dom.Append(info, prefix, "SignatureMethod", Ds).SetAttribute("Algorithm", template.SignatureMethod);
        AppendReference(info, template, uri);
        Dom.Append(signature, prefix, "SignatureValue", Ds, "");
        KeyInfoWriter.Write(signature, template);
    }

    public static XmlElement AppendReference(XmlElement signedInfo, SignatureTemplate template, string uri)
    {
        var prefix = template.Prefix;
        var reference = Dom.Append(signedInfo, prefix, "Reference", Ds);
        reference.SetAttribute("URI", uri);
        var transforms = Dom.Append(reference, prefix, "Transforms", Ds);
        Dom.Append(transforms, prefix, "Transform", Ds)
            .SetAttribute("Algorithm", CanonicalizationAlgorithms.EnvelopedSignature);
        var last = Dom.Append(transforms, prefix, "Transform", Ds);
        last.SetAttribute("Algorithm", template.CanonicalizationMethod);
        if (template.InclusivePrefixes is not null)
        {
            Dom.Append(last, "ec", "InclusiveNamespaces", SamlNamespaces.ExclusiveC14N)
                .SetAttribute("PrefixList", template.InclusivePrefixes);
        }

        Dom.Append(reference, prefix, "DigestMethod", Ds).SetAttribute("Algorithm", template.DigestMethod);
        Dom.Append(reference, prefix, "DigestValue", Ds, "");
        return reference;
    }

    /// <summary>
    /// The digest of an element with one Signature left out. A same-document reference leaves comments out whatever
    /// the canonicalization, XML Signature 4.4.3.3.
    /// </summary>
    public static byte[] Digest(XmlNode target, SignatureTemplate template, XmlNode? without) =>
        DigestMethod.Compute(
            Find(WithoutComments(template.CanonicalizationMethod), template.InclusivePrefixes)
                .Canonicalize(target, without),
            template.DigestMethod);

    /// <summary>Writes the DigestValue of the first Reference.</summary>
    public static void SetDigest(XmlElement signature, byte[] digest) =>
        SetText(Descendant(signature, "DigestValue"), Convert.ToBase64String(digest));

    /// <summary>Computes the SignatureValue anew over the SignedInfo as it stands.</summary>
    public static void Resign(XmlElement signature, SignatureTemplate template)
    {
        var info = Dom.Child(signature, "SignedInfo", Ds)!;
        var bytes = Find(template.CanonicalizationMethod, null).Canonicalize(info);
        var value = SignatureValue.Compute(bytes, template.SignatureMethod, template.Key, template.HmacKey);
        SetText(Dom.Child(signature, "SignatureValue", Ds)!, Convert.ToBase64String(value));
    }

    public static XmlElement Descendant(XmlElement element, string name) =>
        Dom.Descendants(element).First(below => below.LocalName == name && below.NamespaceURI == Ds);

    public static void SetText(XmlElement element, string text)
    {
        while (element.FirstChild is { } child)
        {
            element.RemoveChild(child);
        }

        element.AppendChild(element.OwnerDocument.CreateTextNode(text));
    }

    private static string WithoutComments(string method) => method switch
    {
        CanonicalizationAlgorithms.ExclusiveWithComments => CanonicalizationAlgorithms.Exclusive,
        CanonicalizationAlgorithms.InclusiveWithComments => CanonicalizationAlgorithms.Inclusive,
        _ => method,
    };

    private static Canonicalizer Find(string uri, string? prefixes) => Canonicalizer.Find(uri, prefixes)
        ?? throw new TamperingException($"the canonicalization method '{uri}' cannot be made, only named");
}
