using Conformance.Saml.Forging;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Signatures;

/// <summary>Spoils the SignatureValue.</summary>
internal sealed class CorruptSignature(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "corrupt-signature",
            "Spoils the SignatureValue and nothing else.",
            "The signatures spoken of do not verify any more.",
            [
                new("how", "One bit flipped, half of it, nothing, one zero byte, all zeros, no base64.",
                    ["flip", "truncate", "empty", "one-byte", "zero", "garbage", "doubled"]),
                new("of", "Which signatures.", ["all", "response", "assertion"]),
                new("resigned", "Whether the IdP signs the Response around it anew, so that only the inner one is spoilt.", ["no", "yes"]),
                SignatureForging.Parameter,
            ]),
        arguments => new CorruptSignature(arguments));

    public override string Name => "corrupt-signature";

    public override void AfterSigning(Workpiece work)
    {
        if (arguments.Text("resigned") == "yes" && arguments.Required("of") != "assertion")
        {
            throw new TamperingException("'resigned: yes' makes the Response's signature good again, so it goes with 'of: assertion' only.");
        }

        foreach (var element in SignedPlaces.Signed(work, arguments.Required("of")))
        {
            var value = XmlSigner.Descendant(Dom.Signature(element)!, "SignatureValue");
            XmlSigner.SetText(value, Spoil(Convert.FromBase64String(value.InnerText)));
        }

        if (arguments.Text("resigned") == "yes" && Dom.Signature(work.Root) is { } outer)
        {
            var template = SignatureTemplate.From(work.Draft);
            XmlSigner.SetDigest(outer, XmlSigner.Digest(work.Root, template, outer));
            XmlSigner.Resign(outer, template);
        }

        SignatureForging.ForgeIfAsked(arguments, work);
        work.Claim(new NotVouchedFor(arguments.Required("of")));
    }

    private string Spoil(byte[] value)
    {
        switch (arguments.Text("how"))
        {
            case "truncate":
                return Convert.ToBase64String(value.AsSpan(0, value.Length / 2));
            case "empty":
                return "";
            case "one-byte":
                return Convert.ToBase64String([0]);
            case "zero":
                return Convert.ToBase64String(new byte[value.Length]);
            case "garbage":
                return "%%% no base64 %%%";
            case "doubled":
                return Convert.ToBase64String([.. value, .. value]);
            default:
                value[^1] ^= 1;
                return Convert.ToBase64String(value);
        }
    }
}
