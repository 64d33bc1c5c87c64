using System.Collections.Immutable;

namespace Conformance.Fakes.Stubs;

/// <summary>The routes of a stub host, narrowest first. They may change while requests are answered.</summary>
internal sealed class StubRoutes
{
    private readonly Lock _gate = new();
    private ImmutableArray<Registration> _registrations = [];

    public IDisposable Add(StubRoute route, StubHandler handler)
    {
        var added = new Registration(this, route, handler);
        lock (_gate)
        {
            // A stable sort: of routes equally narrow, the one added last stays first.
            _registrations = [.. _registrations.Insert(0, added).OrderByDescending(registration => registration.Route.Narrowness)];
        }

        return added;
    }

    /// <summary>The handler for a request, and the request as that handler sees it.</summary>
    public (StubRoute Route, StubHandler Handler, StubRequest Request)? Find(StubRequest request)
    {
        foreach (var registration in _registrations)
        {
            if (registration.Route.ValuesIn(request) is { } values)
            {
                return (registration.Route, registration.Handler, values.Count == 0 ? request : request with { RouteValues = values });
            }
        }

        return null;
    }

    private void Remove(Registration registration)
    {
        lock (_gate)
        {
            _registrations = _registrations.Remove(registration);
        }
    }

    private sealed class Registration(StubRoutes owner, StubRoute route, StubHandler handler) : IDisposable
    {
        public StubRoute Route => route;

        public StubHandler Handler => handler;

        public void Dispose() => owner.Remove(this);
    }
}
