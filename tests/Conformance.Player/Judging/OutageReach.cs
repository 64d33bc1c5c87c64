namespace Conformance.Player.Judging;

/// <summary>Who can no longer sign in.</summary>
internal enum OutageReach
{
    /// <summary>Whom the control signs in; nobody else could be tried.</summary>
    Unknown,

    /// <summary>Whom the control signs in, and nobody else.</summary>
    One,

    /// <summary>Whoever was tried: whom the control signs in, and another person.</summary>
    Everybody,
}
