using Conformance.Saml.Forging;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>The genuine signed element as a child of the forged one, in front of a fake Signature.</summary>
internal sealed class NestedGenuine(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "nested-genuine",
            "The forged element's child in front of its own fake Signature is the genuine signed element: the first "
            + "Signature below verifies.",
            "The IdP's signature verifies over the untouched genuine element; the forged values are not covered.",
            [
                new("fake", "The forged element's own Signature: the genuine values copied, made by a stranger, none.",
                    ["copy", "stranger", "none"]),
                new("position", "The genuine element behind the Issuer or in front of it.", ["after-issuer", "first"]),
                Impersonation.Parameter,
            ]),
        arguments => new NestedGenuine(arguments));

    public override string Name => "nested-genuine";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var wrapping = new Wrapping(work, "default", target, outOfOrder: false);
        wrapping.SetForgedId("new");
        wrapping.Arrange("original", "response-extensions");
        var (forged, genuine) = (wrapping.Forged, wrapping.Genuine);
        var extensions = genuine.ParentNode!;
        Dom.Detach(genuine);
        extensions.ParentNode!.RemoveChild(extensions);
        if (arguments.Text("position") == "first")
        {
            forged.PrependChild(genuine);
        }
        else
        {
            Holders.PutSignature(genuine, forged);
        }

        if (arguments.Text("fake") == "copy")
        {
            forged.InsertAfter(Dom.Clone(wrapping.Signature), genuine);
        }
        else if (arguments.Text("fake") == "stranger")
        {
            var fake = XmlSigner.Sign(
                forged, SignatureTemplate.From(work.Draft) with
                {
                    Key = work.Context.StrangerKey,
                    SignatureMethod = Signatures.SignatureKeys.MethodFor(work.Context.StrangerKey, work.Draft.Signing),
                });
            forged.InsertAfter(fake, genuine);
        }

        wrapping.ClaimPotency(target);
    }
}
