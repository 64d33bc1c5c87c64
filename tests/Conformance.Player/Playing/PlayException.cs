using Conformance.Scenarios.Model;

namespace Conformance.Player.Playing;

/// <summary>The scenario cannot be played as written: the suite or its files are wrong, never the service provider.</summary>
public sealed class PlayException(Location location, string message, Exception? cause = null) : Exception($"{location}: {message}", cause)
{
    /// <summary>The line concerned.</summary>
    public Location Location { get; } = location;
}
