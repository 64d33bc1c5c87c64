using System.Collections.Concurrent;

namespace Conformance.ReferenceSp.Sessions;

/// <summary>Everything that one service provider remembers.</summary>
internal sealed class Memory(IReadOnlyList<ReferencePerson> people)
{
    public PendingRequests Requests { get; } = new();

    public UsedAssertions Assertions { get; } = new();

    public SessionStore Sessions { get; } = new();

    public HandOvers HandOvers { get; } = new();

    public Mailbox Mail { get; } = new();

    /// <summary>What connection tests have shown, by the code that the administrator's browser holds.</summary>
    public ConcurrentDictionary<string, string> ConnectionTests { get; } = new(StringComparer.Ordinal);

    public UserDirectory Users { get; } = new(people);

    public void Reset()
    {
        Requests.Clear();
        Assertions.Clear();
        Sessions.Clear();
        HandOvers.Clear();
        Mail.Clear();
        ConnectionTests.Clear();
        Users.Reset();
    }
}
