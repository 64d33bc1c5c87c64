using System.Collections.Concurrent;

namespace Conformance.ReferenceSp;

/// <summary>The refusals, bounded so that a long run does not grow without end.</summary>
internal sealed class AuditLog
{
    private const int Most = 10_000;
    private readonly ConcurrentQueue<AuditEntry> _entries = new();

    public IReadOnlyList<AuditEntry> Entries => [.. _entries];

    public void Add(AuditEntry entry)
    {
        _entries.Enqueue(entry);
        while (_entries.Count > Most)
        {
            _entries.TryDequeue(out _);
        }
    }

    public void Clear() => _entries.Clear();
}
