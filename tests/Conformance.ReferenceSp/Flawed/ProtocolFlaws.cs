using System.Text;
using System.Xml;
using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>A well-signed message whose content is not compared with what it has to be.</summary>
internal static class ProtocolFlaws
{
    private static readonly TimeSpan SlowDatabase = TimeSpan.FromMilliseconds(500);

    public static IReadOnlyList<Flaw> All { get; } =
    [
        Ignoring("ignores-issuer", "Never compares an Issuer with the configured one.", ["NEG-07"], "response-issuer", "assertion-issuer"),
        Ignoring("ignores-response-issuer", "Compares the assertion's Issuer only.", ["NEG-07"], "response-issuer"),
        Ignoring("ignores-assertion-issuer", "Compares the Response's Issuer only, which need not even be there.", ["NEG-07"], "assertion-issuer"),
        Ignoring("ignores-destination", "Never compares the Destination with its own address.", ["NEG-10"], "destination"),
        new("compares-destination-prefix", "Compares only the beginning of the Destination.", ["NEG-10"],
            blueprint => blueprint.Replacing("destination", attempt =>
                attempt.Response.Value("Destination")?.StartsWith(attempt.Addresses.AssertionConsumerServiceUrl, StringComparison.Ordinal) != false ? null : "The Destination is another.")),
        new("accepts-missing-destination", "Does not miss the Destination of a signed Response.", ["NEG-10"],
            blueprint => blueprint.Replacing("destination", attempt => string.IsNullOrEmpty(attempt.Response.Value("Destination")) ? null : ProtocolChecks.DestinationIsHere(attempt))),
        Ignoring("ignores-recipient", "Never compares the Recipient with its own address.", ["NEG-09"], "recipient"),
        new("compares-recipient-host", "Compares only the host of the Recipient.", ["NEG-09"],
            blueprint => blueprint.Replacing("recipient", attempt => attempt.Confirmations.Any(confirmation =>
                Uri.TryCreate(Data(confirmation)?.Value("Recipient"), UriKind.Absolute, out var recipient)
                && recipient.Host == new Uri(attempt.Addresses.AssertionConsumerServiceUrl).Host) ? null : "The Recipient is another.")),
        new("accepts-missing-recipient", "Compares a Recipient that is there and does not miss one.", ["NEG-09"],
            blueprint => blueprint.Replacing("recipient", attempt =>
                attempt.Confirmations.Any(confirmation => Data(confirmation)?.Value("Recipient") is null) ? null : ConfirmationChecks.RecipientIsHere(attempt))),
        new("ignores-in-response-to", "Finds the login by RelayState and never compares an InResponseTo.", ["NEG-11"],
            blueprint => blueprint.Replacing("response-in-response-to", FindByRelayState).Without("confirmation-in-response-to")),
        new("ignores-response-in-response-to", "Finds the login by RelayState and compares only the subject confirmation's InResponseTo.", ["NEG-11"],
            blueprint => blueprint.Replacing("response-in-response-to", FindByRelayState)),
        Ignoring("ignores-confirmation-in-response-to", "Compares only the Response's InResponseTo, which an assertion signature does not cover.", ["NEG-11"], "confirmation-in-response-to"),
        new("accepts-unsolicited", "Signs in by a response that nobody asked for, whatever the settings say.", ["NEG-12", "NEG-11"],
            blueprint => blueprint.Without("unsolicited") with
            {
                BindsHandOver = false,
                GuessCompany = companies => companies.FirstOrDefault(company => company.Configuration.SsoActivated),
            }),
        new("takes-unknown-request-for-unsolicited", "Takes a response whose InResponseTo matches nothing for one that was not asked for, and those it allows.", ["NEG-12", "NEG-11"],
            blueprint => blueprint.Without("confirmation-in-response-to", "unsolicited").Replacing("response-in-response-to", attempt =>
            {
                var fault = ProtocolChecks.ResponseAnswersARequest(attempt);
                attempt.Pending = fault is null ? attempt.Pending : null;
                return null;
            })),
        new("accepts-another-browsers-answer", "Does not ask whether this browser started the login, so an attacker can sign a victim in as himself.", ["NEG-11", "ATK-38"],
            blueprint => blueprint.Without("same-browser") with { BindsHandOver = false }),
        Ignoring("forgets-used-assertions", "Relies on InResponseTo against replay, so an unsolicited response, or the assertion in a new Response, works again.", ["NEG-22"], "replay"),
        new("remembers-response-ids-only", "Remembers the Response's ID, which is not signed, in place of the assertion's.", ["NEG-22"],
            blueprint => blueprint.Without("one-answer", "same-browser").Replacing("replay", attempt =>
                attempt.Memory.Assertions.Remember("response " + attempt.Response.Value("ID"), attempt.NotReplayableAfter, attempt.Now) ? null : "The Response was used before.") with { BindsHandOver = false }),
        new("remembers-how-assertions-are-written", "Remembers the assertion's text, in which a comment or a blank in the signature changes nothing that is signed.", ["NEG-22"],
            blueprint => blueprint.Without("one-answer", "same-browser").Replacing("replay", attempt =>
                attempt.Memory.Assertions.Remember("assertion " + Encoding.UTF8.GetString(attempt.Message).Split("Assertion")[1], attempt.NotReplayableAfter, attempt.Now)
                    ? null
                    : "The assertion was used before.") with { BindsHandOver = false }),
        new("checks-replay-too-late", "Looks up used assertions first and writes them down only after the session is made: of two at the same moment both win.", ["NEG-22"],
            blueprint => blueprint.Without("one-answer").Replacing("replay", RememberTooLate)),
        Ignoring("checks-the-response-only", "Compares what stands in the Response, which need not be signed, and nothing of what the assertion says about whom it is for.",
            ["NEG-08", "NEG-09", "NEG-11", "ATK-23"], "audience", "recipient", "confirmation-in-response-to"),
        new("decodes-leniently", "Drops from the base64 whatever does not belong there, and takes the alphabet of addresses too.", ["NEG-26"],
            blueprint => blueprint.Replacing("base64", DecodeLeniently)),
        Ignoring("ignores-status", "Signs in by the assertion in a Response whose status is a refusal.", ["NEG-17"], "status"),
        new("reads-status-anywhere", "Is content when the word Success stands anywhere in the status.", ["NEG-17"],
            blueprint => blueprint.Replacing("status", attempt =>
                attempt.Response.Element("Status", XmlNames.Protocol)?.OuterXml.Contains("status:Success", StringComparison.Ordinal) == true ? null : ProtocolChecks.StatusIsSuccess(attempt))),
        new("ignores-version", "Never looks at Version.", ["NEG-19"],
            blueprint => blueprint.Replacing("response", WithoutVersion(attempt => attempt.Response, MessageChecks.IsResponse))
                .Replacing("assertion", WithoutVersion(attempt => attempt.Assertion, StructureChecks.AssertionIsWellShaped))),
        Ignoring("ignores-shape", "Reads what it needs from a message of any root and any shape.", ["NEG-28", "NEG-19", "NEG-15", "NEG-20", "NEG-21"], "response", "assertion"),
        new("accepts-get", "Takes the SAMLResponse from the address too.", ["NEG-26", "ATK-43"],
            blueprint => blueprint.Without("http-post-only").Replacing("base64", DecodeFromAnywhere)),
        new("accepts-several-fields", "Takes the first of several SAMLResponse fields.", ["NEG-26", "ATK-43"],
            blueprint => blueprint.Without("http-post-only").Replacing("base64", attempt =>
            {
                attempt.Message = Convert.FromBase64String(attempt.Request.FormSamlResponse[0] ?? "");
                return null;
            })),
    ];

    public static Flaw Ignoring(string name, string story, IReadOnlyList<string> meantFor, params string[] checks) =>
        new(name, story, meantFor, blueprint => blueprint.Without(checks));

    private static string? RememberTooLate(LoginAttempt attempt)
    {
        if (attempt.Memory.Assertions.Knows(ReplayChecks.Key(attempt)))
        {
            return "The assertion was used before.";
        }

        // The slow database that lies between looking and writing is part of the flaw.
        Thread.Sleep(SlowDatabase);
        _ = ReplayChecks.AssertionIsNew(attempt);
        return null;
    }

    private static XmlElement? Data(XmlElement confirmation) => confirmation.Element("SubjectConfirmationData", XmlNames.Assertion);

    private static string? FindByRelayState(LoginAttempt attempt)
    {
        attempt.Pending = attempt.Memory.Requests.FindByRelayState(attempt.Request.RelayState, attempt.Now);
        return null;
    }

    private static string? DecodeLeniently(LoginAttempt attempt)
    {
        var value = string.Concat(attempt.Request.FormSamlResponse.ToString().Replace('-', '+').Replace('_', '/').Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/'));
        attempt.Message = Convert.FromBase64String(value + new string('=', (4 - (value.Length % 4)) % 4));
        return attempt.Message.Length > 0 ? null : "The SAMLResponse is empty.";
    }

    private static string? DecodeFromAnywhere(LoginAttempt attempt)
    {
        var value = attempt.Request.QuerySamlResponse.FirstOrDefault() ?? attempt.Request.FormSamlResponse.FirstOrDefault();
        attempt.Message = Convert.FromBase64String(value ?? "");
        return attempt.Message.Length > 0 ? null : "There is no SAMLResponse.";
    }

    private static Func<LoginAttempt, string?> WithoutVersion(Func<LoginAttempt, XmlElement> holder, Func<LoginAttempt, string?> sound) =>
        attempt => holder(attempt).Value("Version") == "2.0" ? sound(attempt) : null;
}
