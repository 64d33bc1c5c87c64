using Conformance.Saml.Forging;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>XML signature wrapping as a product of places.</summary>
internal sealed class WrapSignature(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "wrap-signature",
            "Puts a forged element where the signed one was and hides the signed one elsewhere.",
            "The IdP's signature verifies over the untouched genuine element; the forged values are not covered.",
            [
                new("signature-at", "Where the genuine Signature stands.", Wrapping.SignaturePlaces),
                new("genuine-at", "Where the genuine element stands.", Wrapping.GenuinePlaces, Required: true),
                new("forged-id", "The forged element's ID.", ["new", "same", "none"]),
                new("order", "As the schema has it, or the moved parts on the other side of what they stand beside.",
                    ["schema", "reversed"]),
                new("content", "What the forged assertion says: all that the genuine one says, only what is forged, or that and who issued it.",
                    ["whole", "forged", "forged-and-issuer"]),
                new("of", "Which signature is wrapped; the Response's if there is one.",
                    ["default", "assertion", "response"]),
                Impersonation.Parameter,
            ]),
        arguments => new WrapSignature(arguments));

    public override string Name => "wrap-signature";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var wrapping = new Wrapping(work, arguments.Required("of"), target, arguments.Text("order") == "reversed");
        wrapping.Reduce(arguments.Required("content"), target);
        wrapping.SetForgedId(arguments.Required("forged-id"));
        wrapping.Arrange(arguments.Required("signature-at"), arguments.Required("genuine-at"));
        wrapping.ClaimPotency(target);
    }
}
