namespace Conformance.Fakes.Provisioning;

/// <summary>Everything that a provisioning client did, in order.</summary>
public sealed class ProvisioningLog(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<ProvisioningLogEntry> _entries = [];

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<ProvisioningLogEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    internal void Succeed(string action, string subject) => Add(new() { At = time.GetUtcNow(), Action = action, Subject = subject, Status = "Success" });

    internal void Skip(string action, string subject, string code) =>
        Add(new() { At = time.GetUtcNow(), Action = action, Subject = subject, Status = "Skipped", Code = code });

    internal void Fail(string action, string subject, string code, string attribute, string message) =>
        Add(new() { At = time.GetUtcNow(), Action = action, Subject = subject, Status = "Failure", Code = code, Attribute = attribute, Message = message });

    private void Add(ProvisioningLogEntry entry)
    {
        lock (_gate)
        {
            _entries.Add(entry);
        }
    }
}
