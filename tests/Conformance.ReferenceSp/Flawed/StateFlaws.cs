using Conformance.ReferenceSp.Checks;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>What was there before is still there: a message that brings nothing of its own is answered with what another one brought.</summary>
internal static class StateFlaws
{
    private static readonly string[] OfTheAssertion = ["one-assertion", "status", "assertion", "confirmation-method", "name-id", "account-name"];

    public static IReadOnlyList<Flaw> All { get; } =
    [
        Keeping("keeps-last-message", "Keeps the message object between requests; where the new one is no Response, the one before is still in it.",
            ["NEG-19", "NEG-28"], ["response"]),
        Keeping("keeps-last-field", "Keeps the form between requests; where the new one brings no SAMLResponse, the one before is still in it.",
            ["NEG-26"], ["http-post-only", "base64"]),
        Keeping("keeps-last-assertion", "Keeps the assertion between requests; where the new message brings none that it can use, the one before is still there.",
            ["NEG-18", "NEG-19", "NEG-21"], OfTheAssertion),
        Keeping("keeps-last-plain-text", "Decrypts into a buffer that it keeps; where decryption fails, the assertion opened before is still in it.",
            ["NEG-29"], ["decryption"]),
    ];

    private static Flaw Keeping(string name, string story, IReadOnlyList<string> meantFor, string[] checks) => new(name, story, meantFor, blueprint =>
    {
        LoginAttempt? last = null;
        return blueprint with
        {
            Checks =
            [
                new Check("all", "every check, and what is left of the message before", attempt =>
                {
                    if (Faulty(blueprint, attempt) is not { } failed)
                    {
                        last = attempt;
                        return null;
                    }

                    // One assertion too many is not none; whose session came before would decide whether that is noticed.
                    if (last is null || !checks.Contains(failed.Check.Name) || (failed.Check.Name == "one-assertion" && NaiveSignature.Assertions(attempt).Any()))
                    {
                        return failed.Fault;
                    }

                    (attempt.User, attempt.NameId, attempt.NameIdFormat, attempt.Attributes) = (last.User, last.NameId, last.NameIdFormat, last.Attributes);
                    return null;
                }),
            ],
        };
    });

    private static (Check Check, string Fault)? Faulty(Blueprint blueprint, LoginAttempt attempt)
    {
        foreach (var check in blueprint.Checks)
        {
            if (Faults.Try(() => check.FindFault(attempt)) is { } fault)
            {
                return (check, fault);
            }
        }

        return null;
    }
}
