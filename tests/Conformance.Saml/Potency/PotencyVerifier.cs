using Conformance.Saml.Forging;
using Conformance.Saml.Keys;

namespace Conformance.Saml.Potency;

/// <summary>Proves of a message what its tamperings claim, with code that no forging uses.</summary>
internal static class PotencyVerifier
{
    public static PotencyReport Examine(
        ForgedResponse message, SigningKey idpKey, SigningKey strangerKey, IReadOnlyList<Premise> premises)
    {
        var (idp, stranger) = (idpKey.Certificate.PublicKey, strangerKey.Certificate.PublicKey);
        var sent = new Lazy<ExaminedMessage>(() => new ExaminedMessage(message.Xml, idp, stranger));
        var plain = message.Xml.AsSpan().SequenceEqual(message.PlainXml)
            ? sent
            : new Lazy<ExaminedMessage>(() => new ExaminedMessage(message.PlainXml, idp, stranger));
        List<PotencyFinding> findings =
            [.. premises.Select(premise => premise.Examine(premise.OnPlain ? plain.Value : sent.Value))];
        return new PotencyReport(findings.TrueForAll(finding => finding.Holds), findings);
    }
}
