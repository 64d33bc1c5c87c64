using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>The five bugs that every integration is tried for first.</summary>
internal static class FirstFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        new("skips-signature", "Reads the assertion without ever looking at a signature.", ["NEG-01", "NEG-02", "NEG-03", "NEG-04", "ATK-11"],
            blueprint => blueprint.ReplacingSignatures(attempt =>
            {
                _ = NaiveSignature.OpenEncrypted(attempt);
                attempt.Assertion = NaiveSignature.Assertions(attempt).FirstOrDefault() ?? attempt.Assertion;
                return null;
            })),
        new("reads-unsigned-sibling", "Verifies the signature of the one assertion and reads the other that stands beside it (crewjam/saml).",
            ["ATK-10", "ATK-03"],
            blueprint => blueprint.ReplacingSignatures(new NaiveSignature
            {
                Read = (attempt, verified) =>
                    attempt.Response.Elements("Assertion", XmlNames.Assertion).FirstOrDefault(assertion => !verified.Contains(assertion))
                    ?? attempt.Response.Element("Assertion", XmlNames.Assertion),
            }.FindFault)) { Cves = ["CVE-2022-41912"] },
        new("ignores-audience", "Never compares the Audience, so an assertion made for another service signs in here.", ["NEG-08"],
            blueprint => blueprint.Without("audience")),
        new("ignores-expiry", "Never looks at any NotOnOrAfter, so an assertion found in an old log signs in.", ["NEG-13", "NEG-14"],
            blueprint => blueprint.Without("not-on-or-after", "confirmation-not-on-or-after", "session-not-on-or-after")),
        new("accepts-replay", "Remembers neither used assertions nor answered requests, so a recorded login signs in again, in any browser.",
            ["NEG-22"],
            blueprint => blueprint.Without("replay", "one-answer", "same-browser") with { BindsHandOver = false }) { Cves = ["CVE-2025-64131"] },
    ];
}
