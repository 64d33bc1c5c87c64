using Conformance.ReferenceSp.Sessions;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Checks;

/// <summary>Was the person authenticated as this login asked for? An identity provider may answer otherwise, and says so.</summary>
internal static class DemandChecks
{
    /// <summary>The authentication context of a second factor (the REFEDS MFA profile).</summary>
    public const string SecondFactor = "https://refeds.org/profile/mfa";

    public static string? ContextIsTheRequested(LoginAttempt attempt) =>
        attempt.Pending?.Demand != LoginDemand.SecondFactor || Statements(attempt).Any(statement =>
            statement.Element("AuthnContext", XmlNames.Assertion)?.Element("AuthnContextClassRef", XmlNames.Assertion)?.Text() == SecondFactor)
            ? null
            : "The page needs a second factor, and the identity provider did not ask for one.";

    public static string? AuthenticationIsFresh(LoginAttempt attempt) =>
        attempt.Pending is not { Demand: LoginDemand.Fresh } pending
        || Statements(attempt).All(statement => SamlTime.Parse(statement.Value("AuthnInstant")) >= pending.Asked - attempt.Skew)
            ? null
            : "The page needs a fresh authentication, and the person authenticated earlier.";

    public static string? AssertionWasEncrypted(LoginAttempt attempt) =>
        attempt.Pending?.Demand != LoginDemand.Encrypted || attempt.WasDecrypted
            ? null
            : "The page takes encrypted assertions only, and this one was not.";

    private static IEnumerable<System.Xml.XmlElement> Statements(LoginAttempt attempt) => attempt.Assertion.Elements("AuthnStatement", XmlNames.Assertion);
}
