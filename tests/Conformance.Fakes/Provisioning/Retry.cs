namespace Conformance.Fakes.Provisioning;

/// <summary>When something that failed is tried again: later each time.</summary>
internal sealed class Retry
{
    private const int LongestFactor = 16;

    public int Failures { get; private set; }

    public bool IsAbandoned { get; private set; }

    public DateTimeOffset NotBefore { get; private set; }

    public bool IsPending => Failures > 0 && !IsAbandoned;

    public bool IsDue(DateTimeOffset now) => !IsAbandoned && now >= NotBefore;

    public void Failed(DateTimeOffset now, TimeSpan interval, bool triesAgain)
    {
        Failures++;
        IsAbandoned = !triesAgain;
        NotBefore = now + (interval * Math.Min(1 << Math.Min(Failures - 1, 10), LongestFactor));
    }

    public void Succeeded() => (Failures, IsAbandoned, NotBefore) = (0, false, default);
}
