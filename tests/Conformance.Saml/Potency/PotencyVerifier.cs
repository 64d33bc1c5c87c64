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

    /// <summary>The same of a message that is not encrypted as a whole.</summary>
    public static PotencyReport Examine(byte[] message, SigningKey idpKey, SigningKey strangerKey, IReadOnlyList<Premise> premises)
    {
        var examined = new ExaminedMessage(message, idpKey.Certificate.PublicKey, strangerKey.Certificate.PublicKey);
        List<PotencyFinding> findings = [.. premises.Select(premise => premise.Examine(examined))];
        return new PotencyReport(findings.TrueForAll(finding => finding.Holds), findings);
    }
}
