namespace Conformance.Fakes.Provisioning;

/// <summary>What an administrator sets at Entra ID, and what is not certain about it.</summary>
public sealed record EntraSettings
{
    /// <summary>How PATCH is written. [V] The flag stands in the tenant URL.</summary>
    public EntraPatchDialect Dialect { get; init; }

    /// <summary>How <c>active</c> is written without the flag. [V] twice, differently.</summary>
    public EntraActivityValue ActivityValue { get; init; }

    /// <summary><c>Replace</c> [V] or <c>Add</c> [3P], for <c>active</c> without the flag.</summary>
    public string ActivityOperation { get; init; } = "Replace";

    /// <summary>Whether empty attributes are written as null in a new user. [V] in one sample of several.</summary>
    public bool SendsNulls { get; init; }

    /// <summary>Whether emptied attributes are removed. [V] They are not: null attributes are skipped.</summary>
    public bool ClearsAttributes { get; init; }

    /// <summary>"Sync only assigned users and groups", or all. [V]</summary>
    public ProvisioningScope Scope { get; init; }

    /// <summary>Provisioning Status. [S] Nothing is sent while it is off but the test of the connection.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>Whether groups are provisioned. [V] On in the default mapping.</summary>
    public bool ProvisionsGroups { get; init; } = true;

    /// <summary>SkipOutOfScopeDeletions: whether the unassigned are left as they are. [V]</summary>
    public bool SkipsOutOfScopeDeletions { get; init; }

    /// <summary>The attribute by which people are matched. [V] userName unless changed.</summary>
    public string MatchingAttribute { get; init; } = "userName";

    /// <summary>What goes where. [V]</summary>
    public AttributeMapping Mapping { get; init; } = AttributeMapping.Entra;

    /// <summary>Whether the test of the connection asks for a group too. [V] in the general guideline, not in the sequence.</summary>
    public bool TestsGroups { get; init; }

    /// <summary>From the beginning of one cycle to the next. [V] "every 40 minutes", not configurable.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(40);

    /// <summary>The waits of the quarantine, the last one over and over. [V]</summary>
    public IReadOnlyList<TimeSpan> QuarantineWaits { get; init; } =
        [TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24)];

    /// <summary>After how long in quarantine the job is switched off. [V]</summary>
    public TimeSpan QuarantineLimit { get; init; } = TimeSpan.FromDays(28);
}
