namespace Conformance.ReferenceSp.Checks;

/// <summary>One thing that has to be true of a response before anybody is signed in.</summary>
/// <param name="Name">The name in the audit log.</param>
/// <param name="Clause">Where it is written.</param>
/// <param name="FindFault">What is wrong, in one sentence; null when nothing is.</param>
internal sealed record Check(string Name, string Clause, Func<LoginAttempt, string?> FindFault)
{
    /// <summary>Part of what decides which element is signed and read.</summary>
    public bool IsAboutSignatures { get; init; }
}
