namespace Conformance.Player.Benches;

/// <summary>A clock that runs as another does, and can be moved on.</summary>
internal sealed class MovableClock(TimeProvider inner) : TimeProvider
{
    private TimeSpan _ahead;

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public void Advance(TimeSpan by) => _ahead += by;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + _ahead;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);
}
