namespace Conformance.Fakes.Provisioning;

/// <summary>What a client remembers about one group.</summary>
internal sealed class GroupLink
{
    public string? TargetId { get; set; }

    public string DisplayName { get; set; } = string.Empty;

    /// <summary>The server's identifiers of the members that were sent.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    public Retry Retry { get; } = new();
}
