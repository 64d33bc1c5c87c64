namespace Conformance.Player.Drivers;

/// <summary>What bounds one journey in time and bytes, so that a service provider that hangs or floods costs one finding, not the run.</summary>
/// <param name="Timeout">Longest time for one request or one page.</param>
/// <param name="Hops">Most redirects and auto-submitted forms until the browser has to be at rest.</param>
/// <param name="BodyBytes">Most bytes read of one answer.</param>
public sealed record DriverLimits(TimeSpan Timeout, int Hops = 10, int BodyBytes = 4 * 1024 * 1024);
