namespace Conformance.Fakes.Provisioning;

/// <summary>A group in the directory that is provisioned from.</summary>
/// <param name="Id">The directory's own identifier.</param>
/// <param name="DisplayName">What people call it.</param>
/// <param name="MemberIds">The identifiers of its direct members.</param>
public sealed record SourceGroup(string Id, string DisplayName, IReadOnlyList<string> MemberIds)
{
    /// <summary>Whether the application is assigned to the group.</summary>
    public bool IsAssigned { get; init; } = true;
}
