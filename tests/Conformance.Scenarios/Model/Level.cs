namespace Conformance.Scenarios.Model;

/// <summary>How much a miss counts.</summary>
public enum Level
{
    /// <summary>An obligation of the service provider, or a gain for an attacker: a miss is Failed.</summary>
    Must,

    /// <summary>A recommendation, or a duty of the sender whose breach the service provider could notice: a miss is a Warning.</summary>
    Should,

    /// <summary>Permitted either way: reported as a property.</summary>
    May,

    /// <summary>Defence in depth beyond the specification: reported as a property.</summary>
    Hardening,
}
