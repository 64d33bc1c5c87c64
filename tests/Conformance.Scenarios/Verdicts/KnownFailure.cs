using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Verdicts;

/// <summary>A failure that somebody knows of and will repair.</summary>
/// <param name="Address">The case, scenario or folder.</param>
/// <param name="Reason">Why it is not repaired yet.</param>
/// <param name="Owner">Who repairs it.</param>
/// <param name="Expires">The last day on which it excuses anything.</param>
/// <param name="Location">Where it is written.</param>
public sealed record KnownFailure(string Address, string Reason, string Owner, DateOnly Expires, Location Location)
{
    /// <summary>Whether a case is meant.</summary>
    /// <param name="address">The address of the case.</param>
    public bool Covers(string address) => address == Address || address.StartsWith(Address + "/", StringComparison.Ordinal);
}
