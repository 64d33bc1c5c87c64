using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>Something else that the IdP signed vouches for a forged assertion.</summary>
internal sealed class ForeignSignedDocument(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "foreign-signed-document",
            "Forges the assertion, takes all signatures away and brings in one that the IdP made over another document.",
            "The IdP's signature verifies over the foreign document; the forged values are not covered.",
            [
                new("document", "The other document.", ForeignDocuments.Kinds),
                new("at", "It in the Object of its Signature, at the Response or in the assertion; or it in Extensions "
                    + "and its Signature at the Response or in the assertion; beside-broken: at the Response, and the assertion keeps "
                    + "a signature that does not verify any more.",
                    ["object-at-response", "object-in-assertion", "extensions", "extensions-and-assertion",
                        "object-beside-broken", "extensions-beside-broken"]),
                Impersonation.Parameter,
            ]),
        arguments => new ForeignSignedDocument(arguments));

    public override string Name => "foreign-signed-document";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var assertion = SignedPlaces.Assertion(work);
        var keepsBroken = arguments.Required("at").EndsWith("beside-broken", StringComparison.Ordinal);
        if (keepsBroken && Dom.Signature(assertion) is null)
        {
            throw new TamperingNotPossibleException("the assertion of this message has no signature of its own that it could keep.");
        }

        foreach (var element in SignedPlaces.Signed(work, "all").Where(element => !keepsBroken || element != assertion))
        {
            element.RemoveChild(Dom.Signature(element)!);
        }

        Impersonation.Apply(assertion, target, work);
        var foreign = (XmlElement)work.Document.ImportNode(
            ForeignDocuments.Make(arguments.Required("document"), work), true);
        work.Document.CreateDocumentFragment().AppendChild(foreign);
        var signature = Dom.Detach(Dom.Signature(foreign)!);
        Arrange(foreign, signature, assertion, work);
        work.Claim(new GenuineStands(foreign.GetAttribute("ID")));
        work.Claim(new ForgedUncovered(Impersonation.Values(work.Context, target)));
    }

    private void Arrange(XmlElement foreign, XmlElement signature, XmlElement assertion, Workpiece work)
    {
        var place = arguments.Required("at");
        Holders.PutSignature(signature, place.EndsWith("assertion", StringComparison.Ordinal) ? assertion : work.Root);
        Dom.Declare(signature, signature.Prefix, SamlNamespaces.XmlSignature);
        if (place.StartsWith("object", StringComparison.Ordinal))
        {
            Holders.Object(signature).AppendChild(foreign);
        }
        else
        {
            Holders.Extensions(work.Root).AppendChild(foreign);
        }
    }
}
