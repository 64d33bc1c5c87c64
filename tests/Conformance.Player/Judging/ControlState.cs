namespace Conformance.Player.Judging;

/// <summary>Whether a control holds.</summary>
internal enum ControlState
{
    /// <summary>It signed the right person in.</summary>
    Good,

    /// <summary>It never did: this kind of message is nothing that the target accepts.</summary>
    NeverAccepted,

    /// <summary>It did before, and does no longer; or the plain login does not work at all.</summary>
    Broken,
}
