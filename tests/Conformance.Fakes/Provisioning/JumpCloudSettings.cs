namespace Conformance.Fakes.Provisioning;

/// <summary>What an administrator sets at JumpCloud's Identity Management, and what is not certain about it.</summary>
public sealed record JumpCloudSettings
{
    /// <summary>How users are updated: unresolved. [M] PUT, [C] PATCH.</summary>
    public UpdateVerb UpdateVerb { get; init; } = UpdateVerb.Patch;

    /// <summary>Group Management. [S] Off in Dialpad's article.</summary>
    public bool ProvisionsGroups { get; init; }

    /// <summary>The test user of the activation. [S] Of the domain jumpcloud.com; the rest is [M].</summary>
    public string TestUserEmail { get; init; } = "jumpcloud.test.user@jumpcloud.com";

    /// <summary>The test group of the activation, with group management on. [V] that there is one, [M] its name.</summary>
    public string TestGroupName { get; init; } = "JumpCloud Test Group";

    /// <summary>Whether members that are there already are added once more at every change. [3P]</summary>
    public bool RepeatsAdditions { get; init; }

    /// <summary>Whether one member is removed by a filter (RFC 7644 3.5.2.2) instead of by a list, as the captured message does. [C]</summary>
    public bool RemovesMembersByFilter { get; init; }

    /// <summary>Whether the activation lies behind us.</summary>
    public bool IsActive { get; init; }

    /// <summary>Whether all users of the server are listed before the first cycle, instead of looking for each. [M]</summary>
    public bool ImportsUsers { get; init; }

    /// <summary>What goes where. [M]</summary>
    public AttributeMapping Mapping { get; init; } = AttributeMapping.JumpCloud;
}
