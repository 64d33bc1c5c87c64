using System.Collections.Concurrent;

namespace Conformance.ReferenceSp.Sessions;

/// <summary>The requests that wait for an answer. Several per browser, so that two tabs can both sign in.</summary>
internal sealed class PendingRequests
{
    private const int SweepFrom = 10_000;
    private readonly ConcurrentDictionary<string, PendingRequest> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PendingRequest> _byRelayState = new(StringComparer.Ordinal);

    public void Add(PendingRequest request, DateTimeOffset now)
    {
        if (_byId.Count > SweepFrom)
        {
            foreach (var expired in _byId.Where(entry => entry.Value.Expires < now))
            {
                Take(expired.Value);
            }
        }

        _byId[request.Id] = request;
        _byRelayState[request.RelayState] = request;
    }

    public PendingRequest? Find(string id, DateTimeOffset now) =>
        _byId.TryGetValue(id, out var request) && now < request.Expires ? request : null;

    public PendingRequest? FindByRelayState(string? relayState, DateTimeOffset now) =>
        relayState is not null && _byRelayState.TryGetValue(relayState, out var request) && now < request.Expires ? request : null;

    /// <summary>Whether the caller is the first to take the request.</summary>
    public bool Take(PendingRequest request)
    {
        _byRelayState.TryRemove(KeyValuePair.Create(request.RelayState, request));
        return _byId.TryRemove(request.Id, out _);
    }

    public void Clear()
    {
        _byId.Clear();
        _byRelayState.Clear();
    }
}
