using System.Xml;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Checks;

/// <summary>Is the assertion meant for us, now? A condition that is not understood is not met (saml-core 2.5.1.1).</summary>
internal static class ConditionsChecks
{
    public static string? ArePresentOnce(LoginAttempt attempt) =>
        attempt.Assertion.Elements("Conditions", XmlNames.Assertion).Count() == 1 ? null : "The assertion has no Conditions.";

    public static string? HaveBegun(LoginAttempt attempt)
    {
        if (Conditions(attempt)?.Value("NotBefore") is not { } notBefore)
        {
            return null;
        }

        return SamlTime.Parse(notBefore) is { } begin && attempt.Now >= begin - attempt.Skew
            ? null
            : $"The assertion is valid only from \"{notBefore}\" on; here it is {SamlTime.Format(attempt.Now)}.";
    }

    public static string? HaveNotEnded(LoginAttempt attempt)
    {
        if (Conditions(attempt)?.Value("NotOnOrAfter") is not { } notOnOrAfter)
        {
            return null;
        }

        return SamlTime.Parse(notOnOrAfter) is { } end && attempt.Now < end + attempt.Skew
            ? null
            : $"The assertion expired at \"{notOnOrAfter}\"; here it is {SamlTime.Format(attempt.Now)}.";
    }

    public static string? BeginBeforeTheyEnd(LoginAttempt attempt) =>
        SamlTime.Parse(Conditions(attempt)?.Value("NotBefore")) is { } begin
        && SamlTime.Parse(Conditions(attempt)?.Value("NotOnOrAfter")) is { } end
        && begin >= end
            ? "The assertion ends before it begins."
            : null;

    public static string? AudienceIsUs(LoginAttempt attempt)
    {
        var restrictions = Restrictions(attempt);
        if (restrictions.Count == 0)
        {
            return "The assertion names no Audience.";
        }

        // One Audience of each restriction is enough, but every restriction counts.
        return restrictions.All(audiences => audiences.Contains(attempt.Addresses.EntityId))
            ? null
            : $"The assertion is for \"{string.Join("\", \"", restrictions.SelectMany(audiences => audiences))}\" and not for \"{attempt.Addresses.EntityId}\".";
    }

    public static string? AreAllUnderstood(LoginAttempt attempt) =>
        Conditions(attempt)?.Elements().FirstOrDefault(condition =>
            condition.NamespaceURI != XmlNames.Assertion
            || condition.LocalName is not ("AudienceRestriction" or "OneTimeUse" or "ProxyRestriction")) is { } unknown
            ? $"The condition \"{unknown.Name}\" is not understood."
            : null;

    /// <summary>The Audiences of each AudienceRestriction.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Restrictions(LoginAttempt attempt) =>
        [.. (Conditions(attempt)?.Elements("AudienceRestriction", XmlNames.Assertion) ?? [])
            .Select(restriction => (IReadOnlyList<string>)[.. restriction.Elements("Audience", XmlNames.Assertion).Select(ElementReading.Text)])];

    private static XmlElement? Conditions(LoginAttempt attempt) => attempt.Assertion.Element("Conditions", XmlNames.Assertion);
}
