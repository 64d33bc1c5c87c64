namespace Conformance.Fakes.Provisioning;

/// <summary>A line of the provisioning log, as an administrator reads it.</summary>
public sealed record ProvisioningLogEntry
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was to be done: <c>Create</c>, <c>Update</c>, <c>Disable</c>, <c>Delete</c>, <c>Lookup</c>, <c>Test</c>, ….</summary>
    public required string Action { get; init; }

    /// <summary>The person or group, by the name that the directory shows.</summary>
    public required string Subject { get; init; }

    /// <summary><c>Success</c>, <c>Failure</c> or <c>Skipped</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The vendor's code for the failure; empty where there is none.</summary>
    public string Code { get; init; } = string.Empty;

    /// <summary>The attribute that failed, by its SCIM path; empty where none is to blame.</summary>
    public string Attribute { get; init; } = string.Empty;

    /// <summary>What the server said.</summary>
    public string Message { get; init; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Action} {Subject}: {Status}{(Code.Length > 0 ? $" {Code}" : string.Empty)}{(Attribute.Length > 0 ? $", attribute {Attribute}" : string.Empty)}{(Message.Length > 0 ? $": {Message}" : string.Empty)}";
}
