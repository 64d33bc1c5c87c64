namespace Conformance.ReferenceSp;

/// <summary>One refusal, for the operator.</summary>
/// <param name="CorrelationId">The id that the error page shows.</param>
/// <param name="Check">The name of the check that failed.</param>
/// <param name="Sentence">What was wrong, in one sentence.</param>
public sealed record AuditEntry(string CorrelationId, string Check, string Sentence)
{
    /// <summary>When.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The clause that the check comes from.</summary>
    public string Clause { get; init; } = "";

    /// <summary>The company's domain; null where none was found out.</summary>
    public string? Company { get; init; }
}
