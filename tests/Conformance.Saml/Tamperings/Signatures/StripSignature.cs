using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Signatures;

/// <summary>Takes signatures away, or leaves only their shell.</summary>
internal sealed class StripSignature(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "strip-signature",
            "Takes signatures away, or leaves something in their place that is none.",
            "The signatures spoken of do not verify any more.",
            [
                new("from", "Whose signature.", ["all", "response", "assertion"]),
                new("leave", "What stands there afterwards: nothing, an empty Signature, one without SignatureValue, or "
                    + "the whole Signature in another namespace.",
                    ["nothing", "empty-element", "no-value", "no-signed-info", "other-namespace"]),
                SignatureForging.Parameter,
            ]),
        arguments => new StripSignature(arguments));

    public override string Name => "strip-signature";

    public override void AfterSigning(Workpiece work)
    {
        foreach (var element in SignedPlaces.Signed(work, arguments.Required("from")))
        {
            Strip(element, Dom.Signature(element)!);
        }

        SignatureForging.ForgeIfAsked(arguments, work);
        work.Claim(new NotVouchedFor(arguments.Required("from")));
    }

    private void Strip(XmlElement element, XmlElement signature)
    {
        switch (arguments.Text("leave"))
        {
            case "empty-element":
                while (signature.FirstChild is { } child)
                {
                    signature.RemoveChild(child);
                }

                break;
            case "no-value":
                signature.RemoveChild(Dom.Child(signature, "SignatureValue", SamlNamespaces.XmlSignature)!);
                break;
            case "no-signed-info":
                signature.RemoveChild(Dom.Child(signature, "SignedInfo", SamlNamespaces.XmlSignature)!);
                break;
            case "other-namespace":
                OtherNamespace(signature);
                break;
            default:
                element.RemoveChild(signature);
                break;
        }
    }

    private static void OtherNamespace(XmlElement signature)
    {
        const string ns = "urn:example:not-a-signature";
        var text = ExactXml.Write(Dom.Clone(signature)).Replace(SamlNamespaces.XmlSignature + "\"", ns + "\"",
            StringComparison.Ordinal);
        var other = signature.OwnerDocument.ImportNode(ExactXml.Read(text).DocumentElement!, true);
        signature.ParentNode!.ReplaceChild(other, signature);
    }
}
