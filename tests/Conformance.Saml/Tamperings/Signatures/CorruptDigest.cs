using Conformance.Saml.Forging;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Signatures;

/// <summary>Spoils the DigestValue.</summary>
internal sealed class CorruptDigest(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "corrupt-digest",
            "Spoils the DigestValue. Unless told otherwise the SignedInfo is then signed anew by the IdP, so that only "
            + "the digest is wrong.",
            "The signatures spoken of do not verify any more.",
            [
                new("how", "One bit flipped, half of it, nothing, another digest.", ["flip", "truncate", "empty", "random"]),
                new("of", "Which signatures.", ["all", "response", "assertion"]),
                new("signed", "Whether the spoilt SignedInfo is signed by the IdP.", ["yes", "no"]),
            ]),
        arguments => new CorruptDigest(arguments));

    public override string Name => "corrupt-digest";

    public override void AfterSigning(Workpiece work)
    {
        foreach (var element in SignedPlaces.Signed(work, arguments.Required("of")))
        {
            var signature = Dom.Signature(element)!;
            var value = XmlSigner.Descendant(signature, "DigestValue");
            XmlSigner.SetText(value, Spoil(Convert.FromBase64String(value.InnerText), work.Context.Ids));
            if (arguments.Text("signed") == "yes")
            {
                XmlSigner.Resign(signature, SignatureTemplate.From(work.Draft));
            }
        }

        work.Claim(new NotVouchedFor(arguments.Required("of")));
    }

    private string Spoil(byte[] value, IdSource ids)
    {
        switch (arguments.Text("how"))
        {
            case "truncate":
                return Convert.ToBase64String(value.AsSpan(0, value.Length / 2));
            case "empty":
                return "";
            case "random":
                return Convert.ToBase64String(ids.NextBytes(value.Length));
            default:
                value[^1] ^= 1;
                return Convert.ToBase64String(value);
        }
    }
}
