using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Ciphertext;

/// <summary>Spoils what is encrypted.</summary>
internal sealed class CorruptCiphertext(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "corrupt-ciphertext",
            "Spoils a CipherValue.",
            "The message differs from what it was.",
            [
                new("how", "The first byte (of the vector), a byte in the middle, the last (of tag or padding), half of "
                    + "it, nothing.", ["last", "first", "middle", "truncate", "empty"]),
                new("of", "The content, or the key that it is encrypted with.", ["content", "key"]),
            ]),
        arguments => new CorruptCiphertext(arguments));

    public override string Name => "corrupt-ciphertext";

    public override void AfterEncryption(Workpiece work)
    {
        var holder = arguments.Text("of") == "key" ? "EncryptedKey" : "EncryptedData";
        var value = Dom.Descendants(work.Root)
            .Where(element => element.LocalName == "CipherValue" && Holder(element) == holder)
            .FirstOrDefault() ?? throw new TamperingException("nothing in this message is encrypted.");
        var before = value.InnerText;
        XmlSigner.SetText(value, Spoil(Convert.FromBase64String(before)));
        work.Claim(new Changed(Name, value.InnerText != before) { OnPlain = false });
    }

    private static string? Holder(XmlElement value) =>
        value.ParentNode?.ParentNode is XmlElement { NamespaceURI: SamlNamespaces.XmlEncryption } holder
            ? holder.LocalName
            : null;

    private string Spoil(byte[] bytes)
    {
        switch (arguments.Text("how"))
        {
            case "empty":
                return "";
            case "truncate":
                return Convert.ToBase64String(bytes.AsSpan(0, bytes.Length / 2));
            case "first":
                bytes[0] ^= 1;
                break;
            case "middle":
                bytes[bytes.Length / 2] ^= 1;
                break;
            default:
                bytes[^1] ^= 1;
                break;
        }

        return Convert.ToBase64String(bytes);
    }
}
