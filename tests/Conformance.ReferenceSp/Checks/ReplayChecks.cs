using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Checks;

/// <summary>An assertion signs in once, and a request is answered once; of two at the same moment one wins.</summary>
internal static class ReplayChecks
{
    /// <summary>Companies may share an Issuer, so it takes both to tell assertions apart.</summary>
    public static string Key(LoginAttempt attempt) => $"{attempt.Company.Key} {attempt.Company.Issuer} {attempt.Assertion.Value("ID")}";

    public static string? AssertionIsNew(LoginAttempt attempt)
    {
        var isNew = attempt.Memory.Assertions.Remember(Key(attempt), attempt.NotReplayableAfter, attempt.Now);
        return isNew ? null : "The assertion was used before.";
    }

    public static string? RequestIsAnsweredOnce(LoginAttempt attempt) =>
        attempt.Pending is not { } pending || attempt.Memory.Requests.Take(pending)
            ? null
            : "The request was answered before.";
}
