using System.Collections.Concurrent;
using Conformance.ReferenceSp.Scim;

namespace Conformance.ReferenceSp.Sessions;

/// <summary>Everything that one service provider remembers.</summary>
internal sealed class Memory
{
    public Memory(IReadOnlyList<ReferencePerson> people, ScimBlueprint scim)
    {
        Users = new UserDirectory(people);
        Scim = new ScimStore(Users, scim);
    }

    /// <summary>How the process is; this is nothing that <see cref="Reset"/> could heal.</summary>
    public Health Health { get; } = new();

    public PendingRequests Requests { get; } = new();

    public UsedAssertions Assertions { get; } = new();

    public SessionStore Sessions { get; } = new();

    public HandOvers HandOvers { get; } = new();

    public Mailbox Mail { get; } = new();

    /// <summary>What connection tests have shown, by the code that the administrator's browser holds.</summary>
    public ConcurrentDictionary<string, string> ConnectionTests { get; } = new(StringComparer.Ordinal);

    public UserDirectory Users { get; }

    public ScimStore Scim { get; }

    public void Reset()
    {
        Requests.Clear();
        Assertions.Clear();
        Sessions.Clear();
        HandOvers.Clear();
        Scim.Clear();
        Mail.Clear();
        ConnectionTests.Clear();
        Users.Reset();
    }
}
