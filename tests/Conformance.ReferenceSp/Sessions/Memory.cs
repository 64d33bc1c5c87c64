namespace Conformance.ReferenceSp.Sessions;

/// <summary>Everything that one service provider remembers.</summary>
internal sealed class Memory(IReadOnlyList<ReferencePerson> people)
{
    public PendingRequests Requests { get; } = new();

    public UsedAssertions Assertions { get; } = new();

    public SessionStore Sessions { get; } = new();

    public HandOvers HandOvers { get; } = new();

    public UserDirectory Users { get; } = new(people);

    public void Reset()
    {
        Requests.Clear();
        Assertions.Clear();
        Sessions.Clear();
        HandOvers.Clear();
        Users.Reset();
    }
}
