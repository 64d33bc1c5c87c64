using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A Reference that leads elsewhere than to the element that the Signature stands in, core 5.4.2.</summary>
internal sealed class ReferenceUri(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "reference-uri",
            "Has the Reference lead elsewhere. Empty, xpointer, two and unrelated are signed by the IdP with the right "
            + "digest; external, none and unknown cannot be.",
            "The SignedInfo verifies under the IdP's key where it is signed, and no signature stands where not; unrelated: "
            + "the forged values are not covered.",
            [
                new("to", "Nothing, the canary, xpointer by id, xpointer to the root, no URI, an ID that is not there, two "
                    + "References, an unrelated signed element beside a forged assertion.",
                [
                    "empty", "external", "xpointer-id", "xpointer-root", "none", "unknown", "two", "unrelated",
                ]),
            ]),
        arguments => new ReferenceUri(arguments));

    public override string Name => "reference-uri";

    public override void AfterSigning(Workpiece work)
    {
        var element = SignedPlaces.Outermost(work);
        var signature = Dom.Signature(element)!;
        var reference = XmlSigner.Descendant(signature, "Reference");
        var id = element.GetAttribute("ID");
        switch (arguments.Text("to"))
        {
            case "empty":
                Refer(signature, reference, "", work.Root, work);
                break;
            case "xpointer-id":
                Refer(signature, reference, $"#xpointer(id('{id}'))", element, work);
                break;
            case "xpointer-root":
                Refer(signature, reference, "#xpointer(/)", work.Root, work);
                break;
            case "two":
                var second = reference.ParentNode!.InsertAfter(Dom.Clone(reference), reference)!;
                Refer(signature, (XmlElement)second, "#" + id, element, work);
                break;
            case "unrelated":
                Unrelated(signature, reference, work);
                break;
            case "none":
                reference.RemoveAttribute("URI");
                Break(element, work);
                break;
            default:
                reference.SetAttribute("URI", arguments.Text("to") == "external"
                    ? Canary.Url(work.Context, "reference") : "#_unknown");
                Break(element, work);
                break;
        }
    }

    private static void Refer(
        XmlElement signature, XmlElement reference, string uri, XmlElement target, Workpiece work)
    {
        var template = SignatureTemplate.From(work.Draft);
        reference.SetAttribute("URI", uri);
        var digest = Convert.ToBase64String(XmlSigner.Digest(target, template, signature));
        XmlSigner.SetText(XmlSigner.Descendant(reference, "DigestValue"), digest);
        XmlSigner.Resign(signature, template);
        work.Claim(new SignedInfoStands());
    }

    private static void Break(XmlElement element, Workpiece work) =>
        work.Claim(new NotVouchedFor(element.LocalName.ToLowerInvariant()));

    private static void Unrelated(XmlElement signature, XmlElement reference, Workpiece work)
    {
        var other = Dom.Append(
            Holders.Extensions(work.Root), "ex", "Unrelated", "urn:example:unrelated", "signed by the IdP");
        other.SetAttribute("ID", work.Context.Ids.Next());
        var target = Impersonation.Wanted(work.Context).Target;
        Impersonation.Apply(SignedPlaces.Assertion(work), target, work);
        Refer(signature, reference, "#" + other.GetAttribute("ID"), other, work);
        work.Claim(new GenuineStands(other.GetAttribute("ID")));
        work.Claim(new ForgedUncovered(Impersonation.Values(work.Context, target)));
    }
}
