namespace Conformance.ReferenceSp.Sessions;

/// <summary>What has become of the process through the messages that it was sent. It is well, unless a flaw says otherwise; a restart heals it.</summary>
internal sealed class Health
{
    /// <summary>How many messages it can work at; whoever comes when none is left is not answered.</summary>
    public const int Workers = 3;

    private int _refusals;
    private int _taken;

    /// <summary>How many messages it has refused.</summary>
    public int Refusals => _refusals;

    /// <summary>Whether it has died.</summary>
    public bool IsDead { get; set; }

    /// <summary>How many workers are busy with something that has no end.</summary>
    public int Taken => _taken;

    /// <summary>Whether it no longer knows which identity provider to ask.</summary>
    public bool HasForgottenWhomToAsk { get; set; }

    public void Take(int workers) => Interlocked.Add(ref _taken, workers);

    public void CountRefusal() => Interlocked.Increment(ref _refusals);

    /// <summary>What a restart does.</summary>
    public void Recover()
    {
        (_refusals, _taken) = (0, 0);
        (IsDead, HasForgottenWhomToAsk) = (false, false);
    }
}
