using Conformance.Saml.Forging;
using Conformance.Saml.Messages;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Ciphertext;

/// <summary>A forged assertion in the clear beside the genuine one, which is encrypted.</summary>
internal sealed class PlainBesideEncrypted(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "plain-beside-encrypted",
            "Leaves the genuine signed assertion encrypted and puts a forged one in the clear beside it.",
            "Before encryption: the IdP's signature verifies over the genuine assertion; the forged values are not covered.",
            [
                new("order", "Which of the two comes first.", ["plain-first", "encrypted-first"]),
                new("id", "The forged assertion's ID.", ["new", "same"]),
                Impersonation.Parameter,
            ]),
        arguments => new PlainBesideEncrypted(arguments));

    public override string Name => "plain-beside-encrypted";

    public override ResponseDraft Draft(ResponseDraft draft, ForgeContext context) => draft.Encryption is null
        ? throw new TamperingNotPossibleException("this SP's encryption certificate is not known; nothing can be encrypted for it.")
        : draft with
        {
            Encryption = draft.Encryption with { Order = EncryptionOrder.SignThenEncrypt, Parts = EncryptedParts.Assertion },
            Signing = draft.Signing with { Parts = SignedParts.Assertion },
        };

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var genuine = SignedPlaces.Assertion(work);
        var forged = Dom.Clone(genuine);
        forged.RemoveChild(Dom.Signature(forged)!);
        if (arguments.Text("id") == "new")
        {
            forged.SetAttribute("ID", work.Context.Ids.Next());
        }

        Impersonation.Apply(forged, target, work);
        var parent = genuine.ParentNode!;
        parent.InsertBefore(forged, arguments.Text("order") == "plain-first" ? genuine : genuine.NextSibling);
        work.ToEncrypt = [genuine];
        work.Claim(new GenuineStands(genuine.GetAttribute("ID")));
        work.Claim(new ForgedUncovered(Impersonation.Values(work.Context, target)));
    }
}
