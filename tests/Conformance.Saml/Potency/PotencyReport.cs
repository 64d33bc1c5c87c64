namespace Conformance.Saml.Potency;

/// <summary>Whether a message really is the attack that it is sent as.</summary>
/// <param name="IsPotent">Whether every premise was proven.</param>
/// <param name="Findings">One for each premise.</param>
public sealed record PotencyReport(bool IsPotent, IReadOnlyList<PotencyFinding> Findings)
{
    /// <summary>What is known of a message that nobody looked at.</summary>
    public static PotencyReport Unproven { get; } =
        new(false, [new PotencyFinding(false, "The message has not been examined.")]);

    /// <summary>The findings as text, the failed ones only unless all hold.</summary>
    public override string ToString() =>
        string.Join(' ', Findings.Where(finding => finding.Holds == IsPotent).Select(finding => finding.Sentence));
}
