namespace Conformance.Fakes.Provisioning;

/// <summary>What a vendor or administrator decided about the cycle.</summary>
internal sealed record EngineRules
{
    public required AttributeMapping Mapping { get; init; }

    public required string MatchingAttribute { get; init; }

    public required TimeSpan Interval { get; init; }

    public ProvisioningScope Scope { get; init; }

    public bool ProvisionsGroups { get; init; }

    public UpdateVerb UpdateVerb { get; init; }

    public bool SkipsOutOfScopeDeletions { get; init; }

    /// <summary>Whether someone whose assignment ended is forgotten, so that no DELETE ever follows. [V] of Entra ID.</summary>
    public bool ForgetsUnassigned { get; init; }

    public bool SendsManagers { get; init; }

    public bool ClearsAttributes { get; init; }

    /// <summary>Whether emptied and repeated members are added once more. [3P] of JumpCloud.</summary>
    public bool RepeatsAdditions { get; init; }

    /// <summary>Whether the whole list of users is read before the first cycle.</summary>
    public bool ImportsUsers { get; init; }
}
