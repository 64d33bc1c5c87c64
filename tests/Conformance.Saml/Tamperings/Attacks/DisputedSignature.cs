using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A Signature that is one for one kind of parser only, and for the other an element of no interest.</summary>
/// <param name="by">What the parsers disagree on: one of <see cref="By"/>'s words.</param>
/// <param name="seenByConforming">Whether it is the conforming parser that takes it for a Signature.</param>
internal sealed class DisputedSignature(string by, bool seenByConforming)
{
    private const string Another = "urn:example:decoy";
    private const string Prefixed = "urn:example:d";
    private const string Token = "conformance-decoy";

    /// <summary>What a scenario says that the parsers disagree on.</summary>
    public static TamperingParameter By { get; } = new(
        "by",
        "What the parsers disagree on: an attribute with a prefix and the local name xmlns, on the Signature or on an element around it, "
        + "or two ATTLIST defaults for one declaration.",
        ["prefixed-xmlns", "prefixed-xmlns-around", "attlist-defaults"]);

    /// <summary>Whether the disagreement is about elements without a prefix only.</summary>
    public bool IsUnprefixed => by != "attlist-defaults";

    private (string Real, string Apparent) Namespaces =>
        seenByConforming ? (SamlNamespaces.XmlSignature, Another) : (Another, SamlNamespaces.XmlSignature);

    /// <summary>The other way round: what this one is in the eyes of the other parser.</summary>
    public DisputedSignature Turned => new(by, !seenByConforming);

    /// <summary>Copies a Signature, to be placed somewhere; what it is in is decided by <see cref="Decide"/>.</summary>
    /// <param name="signature">The Signature, of any prefix.</param>
    /// <param name="prefix">The copy's prefix: empty where <see cref="IsUnprefixed"/>.</param>
    public XmlElement Copy(XmlElement signature, string prefix)
    {
        var document = signature.OwnerDocument;
        if (by != "prefixed-xmlns-around")
        {
            var alone = Renamed(signature, prefix, document);
            Dom.SetNamespace(alone, prefix, Token);
            return alone;
        }

        // A parser that finds a declaration by its local name prefers the one with the prefix of the element that it stands on.
        var around = document.CreateElement("d", "around", Prefixed);
        Dom.SetNamespace(around, around.Prefix, Prefixed);
        Dom.SetNamespace(around, prefix, Token);
        around.AppendChild(Renamed(signature, prefix, document));
        return around;
    }

    /// <summary>Writes what makes the parsers disagree into the text of a message that holds a copy.</summary>
    /// <param name="text">The message.</param>
    /// <param name="root">The name of its document element, as written.</param>
    /// <param name="name">The name of the copy, as written: <c>ds:Signature</c>.</param>
    public string Decide(string text, string root, string name)
    {
        if (IsUnprefixed)
        {
            return text.Replace($"xmlns=\"{Token}\"", Declarations(), StringComparison.Ordinal);
        }

        var declared = Declared(name);
        var undeclared = text.Replace($" {declared}=\"{Token}\"", "", StringComparison.Ordinal);
        var start = undeclared.IndexOf($"<{root}", StringComparison.Ordinal);
        return $"{undeclared[..start]}<!DOCTYPE {root} [{Defaults(name, declared)}]>{undeclared[start..]}";
    }

    /// <summary>The same text as the other parser understands it.</summary>
    public string Turn(string text, string name)
    {
        if (IsUnprefixed)
        {
            return text.Replace(Declarations(), Turned.Declarations(), StringComparison.Ordinal);
        }

        return text.Replace(Defaults(name, Declared(name)), Turned.Defaults(name, Declared(name)), StringComparison.Ordinal);
    }

    /// <summary>The attribute that declares the prefix of an element's name.</summary>
    private static string Declared(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? "xmlns" : $"xmlns:{name[..colon]}";
    }

    /// <summary>The local name of d:xmlns is xmlns, which a parser that goes by local names takes for a declaration.</summary>
    private string Declarations()
    {
        var declared = by == "prefixed-xmlns-around" ? "" : $"xmlns:d=\"{Prefixed}\" ";
        return $"{declared}xmlns=\"{Namespaces.Real}\" d:xmlns=\"{Namespaces.Apparent}\"";
    }

    /// <summary>Of two defaults for one attribute the first is binding (XML 1.0, 3.3); some take the last.</summary>
    private string Defaults(string name, string declared) =>
        $"<!ATTLIST {name} {declared} CDATA \"{Namespaces.Real}\"><!ATTLIST {name} {declared} CDATA \"{Namespaces.Apparent}\">";

    /// <summary>The same tree; what was in the Signature namespace is in one whose meaning only the written text decides.</summary>
    private static XmlElement Renamed(XmlElement element, string prefix, XmlDocument document)
    {
        if (element.NamespaceURI != SamlNamespaces.XmlSignature)
        {
            return Dom.Clone(element);
        }

        var copy = document.CreateElement(prefix, element.LocalName, Token);
        copy.IsEmpty = element.IsEmpty;
        foreach (XmlAttribute attribute in element.Attributes)
        {
            if (!Dom.IsDeclaration(attribute))
            {
                copy.SetAttribute(attribute.LocalName, attribute.Value);
            }
        }

        foreach (XmlNode child in element.ChildNodes)
        {
            copy.AppendChild(child is XmlElement below ? Renamed(below, prefix, document) : child.CloneNode(deep: true));
        }

        return copy;
    }
}
