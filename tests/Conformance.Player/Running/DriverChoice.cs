namespace Conformance.Player.Running;

/// <summary>Which driver plays a scenario.</summary>
public enum DriverChoice
{
    /// <summary>Scenarios with a person's steps in the browser (of several cases at the embedded service provider the first), the others over HTTP.</summary>
    Auto,

    /// <summary>All in the browser.</summary>
    Browser,

    /// <summary>All over HTTP.</summary>
    Http,
}
