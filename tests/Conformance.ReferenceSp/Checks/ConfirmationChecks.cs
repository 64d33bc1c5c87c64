using System.Xml;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Checks;

/// <summary>Each check drops the subject confirmations that do not stand it and refuses when none is left (saml-core 2.4.1.1).</summary>
internal static class ConfirmationChecks
{
    public static string? IsBearer(LoginAttempt attempt)
    {
        var subject = attempt.Assertion.Element("Subject", XmlNames.Assertion);
        if (subject is null)
        {
            return "The assertion has no Subject.";
        }

        attempt.Confirmations = [.. subject.Elements("SubjectConfirmation", XmlNames.Assertion)];
        return Keep(
            attempt,
            confirmation => confirmation.Value("Method") == XmlNames.Bearer && Data(confirmation) is not null,
            "No subject confirmation has the method bearer and SubjectConfirmationData.");
    }

    public static string? RecipientIsHere(LoginAttempt attempt) => Keep(
        attempt,
        confirmation => Data(confirmation)?.Value("Recipient") == attempt.Addresses.AssertionConsumerServiceUrl,
        $"No subject confirmation has the Recipient \"{attempt.Addresses.AssertionConsumerServiceUrl}\".");

    public static string? AnswersTheSameRequest(LoginAttempt attempt) => Keep(
        attempt,
        confirmation => Data(confirmation)?.Value("InResponseTo") == attempt.Pending?.Id,
        attempt.Pending is null
            ? "The unsolicited response's subject confirmation names a request."
            : "No subject confirmation names the request that the Response answers.");

    public static string? HasNoNotBefore(LoginAttempt attempt) => Keep(
        attempt,
        confirmation => Data(confirmation)?.Value("NotBefore") is null,
        "A bearer confirmation must not have a NotBefore.");

    public static string? HasNotExpired(LoginAttempt attempt)
    {
        var fault = Keep(
            attempt,
            confirmation => SamlTime.Parse(Data(confirmation)?.Value("NotOnOrAfter")) is { } end && attempt.Now < end + attempt.Skew,
            "The subject confirmation has expired or has no NotOnOrAfter.");
        if (fault is null)
        {
            attempt.NotReplayableAfter = attempt.Confirmations.Max(confirmation => SamlTime.Parse(Data(confirmation)?.Value("NotOnOrAfter"))!.Value) + attempt.Skew;
        }

        return fault;
    }

    private static XmlElement? Data(XmlElement confirmation) => confirmation.Element("SubjectConfirmationData", XmlNames.Assertion);

    private static string? Keep(LoginAttempt attempt, Func<XmlElement, bool> stands, string fault)
    {
        attempt.Confirmations = [.. attempt.Confirmations.Where(stands)];
        return attempt.Confirmations.Count > 0 ? null : fault;
    }
}
