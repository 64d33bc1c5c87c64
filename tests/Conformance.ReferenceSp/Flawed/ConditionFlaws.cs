using System.Xml;
using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>When and for whom an assertion is meant, read too generously.</summary>
internal static class ConditionFlaws
{
    private static readonly string[] CheckedBeforeDecryption = ["recipient", "confirmation-not-on-or-after", "not-on-or-after", "time-order", "audience"];

    public static IReadOnlyList<Flaw> All { get; } =
    [
        Audience("accepts-audience-substring", "Looks for its own entity ID anywhere in an Audience, or for the Audience in its own entity ID.",
            (audience, us) => audience.Contains(us, StringComparison.Ordinal) || (audience.Length > 0 && us.Contains(audience, StringComparison.Ordinal))),
        Audience("accepts-audience-prefix", "Compares the beginnings of Audience and entity ID.",
            (audience, us) => audience.StartsWith(us, StringComparison.Ordinal) || (audience.Length > 0 && us.StartsWith(audience, StringComparison.Ordinal))),
        Audience("accepts-audience-suffix", "Compares the ends of Audience and entity ID.",
            (audience, us) => audience.EndsWith(us, StringComparison.Ordinal) || (audience.Length > 0 && us.EndsWith(audience, StringComparison.Ordinal))),
        Audience("accepts-audience-in-other-case", "Compares the Audience without regard to letter case.", (audience, us) => audience.Equals(us, StringComparison.OrdinalIgnoreCase)),
        Audience("accepts-audience-with-slash", "Cuts a final slash off before it compares the Audience.", (audience, us) => audience.TrimEnd('/') == us.TrimEnd('/')),
        new("accepts-any-of-all-audiences", "Throws the Audiences of all restrictions together, where each restriction must be met.", ["NEG-08"],
            blueprint => blueprint.Replacing("audience", attempt =>
                ConditionsChecks.Restrictions(attempt).SelectMany(audiences => audiences).Contains(attempt.Addresses.EntityId) ? null : "The assertion is for somebody else.")),
        new("accepts-missing-audience", "Compares an Audience that is there and does not miss one.", ["NEG-08"],
            blueprint => blueprint.Replacing("audience", attempt =>
                ConditionsChecks.Restrictions(attempt).All(audiences => audiences.All(string.IsNullOrWhiteSpace)) ? null : ConditionsChecks.AudienceIsUs(attempt))),
        ProtocolFlaws.Ignoring("accepts-missing-conditions", "Does not miss the Conditions.", ["NEG-08", "NEG-13"], "conditions", "audience"),
        ProtocolFlaws.Ignoring("ignores-not-before", "Never looks at NotBefore: takes an assertion before it begins.", ["NEG-13"], "not-before", "time-order"),
        ProtocolFlaws.Ignoring("ignores-conditions-end", "Looks at the subject confirmation's end only.", ["NEG-13"], "not-on-or-after", "time-order"),
        ProtocolFlaws.Ignoring("ignores-confirmation-end", "Looks at the Conditions' end only.", ["NEG-14"], "confirmation-not-on-or-after"),
        new("accepts-missing-confirmation-end", "Does not miss the subject confirmation's NotOnOrAfter.", ["NEG-14"],
            blueprint => blueprint.Replacing("confirmation-not-on-or-after", attempt =>
                attempt.Confirmations.Any(confirmation => confirmation.Element("SubjectConfirmationData", XmlNames.Assertion)?.Value("NotOnOrAfter") is null)
                    ? null
                    : ConfirmationChecks.HasNotExpired(attempt))),
        ProtocolFlaws.Ignoring("accepts-confirmation-not-before", "Does not mind a NotBefore in a bearer confirmation.", ["NEG-14"], "confirmation-not-before"),
        ProtocolFlaws.Ignoring("ignores-time-order", "Does not notice that an assertion ends before it begins.", ["NEG-13"], "time-order"),
        ProtocolFlaws.Ignoring("ignores-unknown-condition", "Passes over a condition that it does not understand.", ["NEG-23"], "unknown-condition"),
        new("generous-skew", "Allows clocks to differ by a day.", ["NEG-13", "NEG-14"], blueprint => blueprint with { Skew = _ => TimeSpan.FromDays(1) }),
        new("ignores-confirmation-method", "Takes any subject confirmation for bearer.", ["NEG-16"],
            blueprint => blueprint.Replacing("confirmation-method", attempt =>
            {
                attempt.Confirmations = Confirmations(attempt);
                return attempt.Confirmations.Count > 0 ? null : "There is no subject confirmation.";
            })),
        ProtocolFlaws.Ignoring(
            "accepts-missing-confirmation", "Does not need a subject confirmation.", ["NEG-16", "NEG-21"],
            "confirmation-method", "recipient", "confirmation-in-response-to", "confirmation-not-before", "confirmation-not-on-or-after"),
        ProtocolFlaws.Ignoring("accepts-missing-authn-statement", "Signs in by an assertion that does not say that anybody authenticated.", ["NEG-21"], "authn-statement"),
        ProtocolFlaws.Ignoring("ignores-session-end", "Ignores SessionNotOnOrAfter, both at login and later.", ["SES-04"], "session-not-on-or-after"),
        ProtocolFlaws.Ignoring("ignores-requested-context", "Asks for a second factor and does not look whether the answer speaks of one.", ["NEG-24"], "requested-context"),
        ProtocolFlaws.Ignoring("ignores-authn-instant", "Asks for a fresh authentication and takes yesterday's.", ["NEG-24"], "fresh-authentication"),
        ProtocolFlaws.Ignoring("takes-plain-where-encryption-is-demanded", "Demands encryption in its settings page only.", ["NEG-30"], "encryption-demanded"),
        new("checks-plain-assertions-only", "Looks at times, Audience and Recipient before it decrypts, and so never at those of an encrypted assertion.", ["NEG-08", "NEG-09", "NEG-13", "NEG-14"],
            blueprint => blueprint with { Checks = [.. blueprint.Checks.Select(check => CheckedBeforeDecryption.Contains(check.Name) ? WherePlain(check) : check)] }),
        ProtocolFlaws.Ignoring("ignores-required-attributes", "Signs in though an attribute that it needs is missing.", ["NEG-25"], "required-attributes"),
    ];

    private static Flaw Audience(string name, string story, Func<string, string, bool> isUs) => new(name, story, ["NEG-08"], blueprint =>
        blueprint.Replacing("audience", attempt =>
        {
            var restrictions = ConditionsChecks.Restrictions(attempt);
            return restrictions.Count > 0 && restrictions.All(audiences => audiences.Any(audience => isUs(audience, attempt.Addresses.EntityId)))
                ? null
                : "The assertion is for somebody else.";
        }));

    private static Check WherePlain(Check check) => check with { FindFault = attempt => attempt.WasDecrypted ? null : check.FindFault(attempt) };

    private static List<XmlElement> Confirmations(LoginAttempt attempt) =>
        [.. attempt.Assertion.Element("Subject", XmlNames.Assertion)?.Elements("SubjectConfirmation", XmlNames.Assertion) ?? []];
}
