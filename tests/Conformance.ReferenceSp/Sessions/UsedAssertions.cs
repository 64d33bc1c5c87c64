using System.Collections.Concurrent;

namespace Conformance.ReferenceSp.Sessions;

/// <summary>The assertions that signed somebody in, kept until nobody could use them any more.</summary>
internal sealed class UsedAssertions
{
    private const int SweepFrom = 10_000;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _usableUntil = new(StringComparer.Ordinal);

    /// <summary>Whether the assertion was new.</summary>
    public bool Remember(string id, DateTimeOffset usableUntil, DateTimeOffset now)
    {
        if (_usableUntil.Count > SweepFrom)
        {
            foreach (var expired in _usableUntil.Where(entry => entry.Value < now))
            {
                _usableUntil.TryRemove(expired);
            }
        }

        return _usableUntil.TryAdd(id, usableUntil);
    }

    public bool Knows(string id) => _usableUntil.ContainsKey(id);

    public void Clear() => _usableUntil.Clear();
}
