using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>scim-server: WORD</c> — the SCIM server that a client meets has a property, misbehaves, or is changed behind the client's back.</summary>
public sealed record ScimServerIs : Step
{
    /// <summary>The property, misbehaviour or change.</summary>
    public required Text Word { get; init; }

    /// <summary>For which requests it misbehaves.</summary>
    public Text? On { get; init; }

    /// <summary>How often.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The wait that it asks for.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>What its error says.</summary>
    public Text? Detail { get; init; }

    /// <summary>The role of whose user is changed.</summary>
    public Text? Person { get; init; }

    /// <summary>SCIM path → value of that user.</summary>
    public MapValue? Set { get; init; }
}
