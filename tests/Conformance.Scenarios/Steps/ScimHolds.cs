using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>scim-holds: directory</c> or <c>scim-holds: ROLE</c> — what is at the SCIM server.</summary>
public sealed record ScimHolds : Step
{
    /// <summary><c>directory</c>, or a role.</summary>
    public required Text Subject { get; init; }

    /// <summary>SCIM path → value or matcher; <c>present</c>.</summary>
    public MapValue? Expect { get; init; }

    /// <summary>Whether a client that says what went wrong does well too.</summary>
    public bool OrReported { get; init; }

    /// <summary>Whether everybody is compared.</summary>
    public bool IsDirectory => Subject.Raw == "directory";
}
