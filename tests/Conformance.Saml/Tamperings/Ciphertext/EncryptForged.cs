using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Messages;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Ciphertext;

/// <summary>A forged assertion that anybody can encrypt for the SP.</summary>
internal sealed class EncryptForged(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "encrypt-forged",
            "Encrypts a forged assertion for the SP, with its public key, and puts it in the place of the genuine one or "
            + "beside it.",
            "Before encryption: the forged values are not covered by a signature of the IdP.",
            [
                new("beside", "Whether the genuine assertion stays, encrypted, before or behind it.",
                    ["nothing", "genuine-before", "genuine-after"]),
                new("signature", "What the forged assertion has: nothing, or the genuine Signature.", ["none", "copy"]),
                Impersonation.Parameter,
            ]),
        arguments => new EncryptForged(arguments));

    public override string Name => "encrypt-forged";

    public override ResponseDraft Draft(ResponseDraft draft, ForgeContext context) => draft.Encryption is null
        ? throw new TamperingNotPossibleException("this SP's encryption certificate is not known; nothing can be encrypted for it.")
        : draft with
        {
            Encryption = draft.Encryption with { Order = EncryptionOrder.SignThenEncrypt, Parts = EncryptedParts.Assertion },
        };

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var genuine = SignedPlaces.Assertion(work);
        var forged = Dom.Clone(genuine);
        forged.SetAttribute("ID", work.Context.Ids.Next());
        Impersonation.Apply(forged, target, work);
        if (arguments.Text("signature") == "none" && Dom.Signature(forged) is { } signature)
        {
            forged.RemoveChild(signature);
        }

        if (Dom.Signature(work.Root) is { } broken)
        {
            work.Root.RemoveChild(broken);
        }

        Put(forged, genuine);
        work.Claim(new ForgedUncovered(Impersonation.Values(work.Context, target)));
    }

    private void Put(XmlElement forged, XmlElement genuine)
    {
        switch (arguments.Text("beside"))
        {
            case "genuine-before":
                genuine.ParentNode!.InsertAfter(forged, genuine);
                break;
            case "genuine-after":
                genuine.ParentNode!.InsertBefore(forged, genuine);
                break;
            default:
                genuine.ParentNode!.ReplaceChild(forged, genuine);
                break;
        }
    }
}
