using System.Text;
using Conformance.Saml.Bindings;

namespace Conformance.Saml.Potency;

/// <summary>The Signature of a query is the IdP's over the message in it, which is another than the one delivered.</summary>
/// <param name="Query">The query as the IdP signed it.</param>
internal sealed record QuerySignatureStands(string Query) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message)
    {
        var signed = HttpRedirectBinding.Decode(Query);
        return Found(
            signed is { Signature: { } value, SignatureAlgorithm: { } method } && signed.Xml != message.Text
                && ExaminedSignature.VerifiesBytes(Encoding.UTF8.GetBytes(signed.SignedOctets), [.. value], method, message.IdpKey),
            "The query's Signature is the IdP's, over another message.",
            "The query's Signature is not the IdP's over another message.");
    }
}
