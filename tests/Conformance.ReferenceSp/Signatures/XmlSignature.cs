using System.Xml;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Signatures;

/// <summary>The parts of a Signature element whose form has been checked.</summary>
/// <param name="element">The ds:Signature.</param>
/// <param name="signedInfo">The SignedInfo to use; null: its first child of that name.</param>
internal sealed class XmlSignature(XmlElement element, XmlElement? signedInfo = null)
{
    public XmlElement Element => element;

    public XmlElement? Parent => element.ParentNode as XmlElement;

    public XmlElement SignedInfo => signedInfo ?? Required(element, "SignedInfo");

    public XmlElement SignatureValue => Required(element, "SignatureValue");

    public XmlElement Reference => Required(SignedInfo, "Reference");

    public XmlElement DigestValue => Required(Reference, "DigestValue");

    public string CanonicalizationMethod => Algorithm(Required(SignedInfo, "CanonicalizationMethod"));

    public string SignatureMethod => Algorithm(Required(SignedInfo, "SignatureMethod"));

    public string DigestMethod => Algorithm(Required(Reference, "DigestMethod"));

    public IReadOnlyList<XmlElement> Transforms =>
        Reference.Element("Transforms", XmlNames.Signature) is { } transforms ? [.. transforms.Elements()] : [];

    public static string Algorithm(XmlElement method) => method.Value("Algorithm") ?? "";

    /// <summary>The canonical form that a CanonicalizationMethod or Transform asks for; null when it asks for something else.</summary>
    public static CanonicalForm? Form(XmlElement method) => CanonicalForm.Of(
        Algorithm(method),
        method.Element("InclusiveNamespaces", XmlNames.ExclusiveCanonicalization)?.Value("PrefixList"));

    private static XmlElement Required(XmlElement parent, string name) =>
        parent.Element(name, XmlNames.Signature) ?? throw new XmlException($"The {parent.LocalName} has no {name}.");
}
