using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>scim-receives: METHOD PATH</c> — the requests that a provisioning client has sent.</summary>
public sealed record ScimReceives : Step
{
    /// <summary>Method and path.</summary>
    public required Text Line { get; init; }

    /// <summary>How many; <see langword="null"/>: at least one.</summary>
    public Value? Times { get; init; }

    /// <summary>A misbehaviour after whose first answer they came.</summary>
    public Text? After { get; init; }

    /// <summary>How soon after it.</summary>
    public TimeSpan? SoonerThan { get; init; }

    /// <summary>Field → value or matcher, for each of them.</summary>
    public MapValue? Expect { get; init; }
}
