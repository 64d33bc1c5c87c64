using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Web.Doors;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>One company's login that counts at another.</summary>
internal static class CompanyFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        new("takes-any-companys-assertion", "Checks a response against all customers' settings in turn instead of those of the address it came to.", ["NEG-27", "ATK-33"],
            blueprint => blueprint
                .Without("verified-domain", "destination", "same-browser")
                .Replacing("response-issuer", _ => null)
                .Replacing("assertion-issuer", attempt =>
                    attempt.Companies.Any(company => company.Issuer == attempt.Assertion.Element("Issuer", XmlNames.Assertion)?.Text()) ? null : "The Issuer is unknown.")
                .Replacing("audience", _ => null)
                .Replacing("recipient", _ => null)
                .Replacing("response-in-response-to", attempt =>
                {
                    attempt.Pending = attempt.Response.Value("InResponseTo") is { } id ? attempt.Memory.Requests.Find(id, attempt.Now) : null;
                    return null;
                }) with { TrustedKeys = (attempt, _) => attempt.Companies.SelectMany(company => company.Keys) }),
        new("ignores-activation", "Starts and takes logins of a company whose single sign-on is not activated.", ["ENF-08"],
            blueprint => blueprint with { HonoursActivation = false }),
        new("leaves-password-door-open", "Hides the password form of a company that requires single sign-on, but still takes its posts.", ["ENF-01"],
            blueprint => blueprint with { Shuts = door => door != Door.Password }),
        new("trusts-encryption", "Takes an assertion that was encrypted for it to be genuine, though everybody has the public key (GitHub Enterprise Server).", ["ATK-25", "NEG-29"],
            blueprint => blueprint.Replacing("assertion-is-signed", attempt => attempt.WasDecrypted ? null : SignatureChecks.AssertionIsCovered(attempt)))
        { Cves = ["CVE-2024-4985", "CVE-2024-9487"] },
        new("reads-plain-beside-encrypted", "Verifies the encrypted assertion and reads the plain one beside it.", ["ATK-25"],
            blueprint => blueprint.ReplacingSignatures(attempt =>
            {
                var plain = attempt.Response.Element("Assertion", XmlNames.Assertion);
                return new NaiveSignature { Read = (_, verified) => plain is not null && !verified.Contains(plain) ? plain : attempt.Response.Element("Assertion", XmlNames.Assertion) }
                    .FindFault(attempt);
            })),
    ];
}
