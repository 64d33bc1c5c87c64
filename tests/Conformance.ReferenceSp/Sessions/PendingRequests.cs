using System.Collections.Concurrent;

namespace Conformance.ReferenceSp.Sessions;

/// <summary>The requests that wait for an answer. Several per browser, so that two tabs can both sign in.</summary>
internal sealed class PendingRequests
{
    private const int SweepFrom = 10_000;
    private readonly ConcurrentDictionary<string, PendingRequest> _byId = new(StringComparer.Ordinal);

    public void Add(PendingRequest request, DateTimeOffset now)
    {
        if (_byId.Count > SweepFrom)
        {
            foreach (var expired in _byId.Where(entry => entry.Value.Expires < now))
            {
                _byId.TryRemove(expired);
            }
        }

        _byId[request.Id] = request;
    }

    public PendingRequest? Find(string id, DateTimeOffset now) =>
        _byId.TryGetValue(id, out var request) && now < request.Expires ? request : null;

    public PendingRequest? FindByRelayState(string? relayState, DateTimeOffset now) =>
        relayState is null ? null : _byId.Values.FirstOrDefault(request => request.RelayState == relayState && now < request.Expires);

    /// <summary>Whether the caller is the first to take the request.</summary>
    public bool Take(PendingRequest request) => _byId.TryRemove(request.Id, out _);

    public void Clear() => _byId.Clear();
}
