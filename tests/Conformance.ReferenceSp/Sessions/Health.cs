namespace Conformance.ReferenceSp.Sessions;

/// <summary>What has become of the process through the messages that it was sent. It is well, unless a flaw says otherwise; a restart heals it.</summary>
internal sealed class Health
{
    private int _refusals;

    /// <summary>How many messages it has refused.</summary>
    public int Refusals => _refusals;

    /// <summary>Whether it has died.</summary>
    public bool IsDead { get; set; }

    /// <summary>Whether it is busy with something that has no end.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Whether it no longer knows which identity provider to ask.</summary>
    public bool HasForgottenWhomToAsk { get; set; }

    public void CountRefusal() => Interlocked.Increment(ref _refusals);

    /// <summary>What a restart does.</summary>
    public void Recover()
    {
        _refusals = 0;
        (IsDead, IsBusy, HasForgottenWhomToAsk) = (false, false, false);
    }
}
