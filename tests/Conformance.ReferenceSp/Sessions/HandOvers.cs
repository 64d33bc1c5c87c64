using System.Collections.Concurrent;

namespace Conformance.ReferenceSp.Sessions;

/// <summary>One-time codes that carry a login from the host of the ACS to the host of the pages.</summary>
internal sealed class HandOvers
{
    private readonly ConcurrentDictionary<string, HandOver> _byCode = new(StringComparer.Ordinal);

    public void Add(string code, HandOver handOver) => _byCode[code] = handOver;

    public HandOver? Take(string code, DateTimeOffset now) =>
        _byCode.TryRemove(code, out var handOver) && now < handOver.Expires ? handOver : null;

    public void Clear() => _byCode.Clear();
}
