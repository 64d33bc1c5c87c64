using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Checks;

/// <summary>An assertion signs in once, and a request is answered once; of two at the same moment one wins.</summary>
internal static class ReplayChecks
{
    public static string? AssertionIsNew(LoginAttempt attempt)
    {
        var id = attempt.Company.Issuer + " " + attempt.Assertion.Value("ID");
        return attempt.Memory.Assertions.Remember(id, attempt.NotReplayableAfter, attempt.Now)
            ? null
            : "The assertion was used before.";
    }

    public static string? RequestIsAnsweredOnce(LoginAttempt attempt) =>
        attempt.Pending is not { } pending || attempt.Memory.Requests.Take(pending)
            ? null
            : "The request was answered before.";
}
