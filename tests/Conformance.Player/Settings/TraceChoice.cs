namespace Conformance.Player.Settings;

/// <summary>Which traces of the browser are kept.</summary>
public enum TraceChoice
{
    /// <summary>Those of scenarios that did not go as expected.</summary>
    Failures,

    /// <summary>None; playing is a little faster.</summary>
    Never,
}
