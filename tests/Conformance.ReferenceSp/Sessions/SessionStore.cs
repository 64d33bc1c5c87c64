using System.Collections.Concurrent;

namespace Conformance.ReferenceSp.Sessions;

/// <summary>The sessions, by the opaque value in the cookie.</summary>
internal sealed class SessionStore
{
    private readonly ConcurrentDictionary<string, Session> _byId = new(StringComparer.Ordinal);

    public void Put(string id, Session session) => _byId[id] = session;

    public Session? Find(string? id, DateTimeOffset now) =>
        id is not null && _byId.TryGetValue(id, out var session) && (session.Ends is not { } end || now < end) ? session : null;

    public void End(string? id)
    {
        if (id is not null)
        {
            _byId.TryRemove(id, out _);
        }
    }

    public bool Any(Func<Session, bool> isMeant) => _byId.Values.Any(isMeant);

    /// <summary>The session of an identifier, also when it has expired.</summary>
    public Session? Remembered(string? id) => id is not null && _byId.TryGetValue(id, out var session) ? session : null;

    public void EndAllOf(Func<Session, bool> isMeant)
    {
        foreach (var entry in _byId.Where(entry => isMeant(entry.Value)))
        {
            _byId.TryRemove(entry);
        }
    }

    public void Clear() => _byId.Clear();
}
