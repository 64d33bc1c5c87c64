using Conformance.Player.Playing;

namespace Conformance.Player.Judging;

/// <summary>A control that a ledger keeps, and how it stands.</summary>
internal sealed class KeptControl(Baseline baseline, Func<Stage> stage, bool browser)
{
    public Baseline Baseline { get; } = baseline;

    public Func<Stage> Stage { get; } = stage;

    public bool Browser { get; } = browser;

    public bool IsTheTargetsOwn { get; init; }

    public ControlState State { get; set; }

    public string Sentence { get; set; } = string.Empty;

    public bool HeldOnce { get; set; }

    public int Period { get; set; }

    public int Cases { get; set; }

    /// <summary>Whether it was never accepted, also while others were.</summary>
    public bool IsKnown { get; set; }

    /// <summary>Whether it was not accepted when others were not any more either.</summary>
    public bool IsToBeAskedAgain { get; set; }
}
