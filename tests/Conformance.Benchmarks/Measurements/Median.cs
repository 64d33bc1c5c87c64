namespace Conformance.Benchmarks.Measurements;

/// <summary>Medians: a machine that does something else for a moment does not count.</summary>
internal static class Median
{
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : (sorted[sorted.Count / 2] + sorted[(sorted.Count - 1) / 2]) / 2;
    }

    /// <summary>The median time of one act, in milliseconds.</summary>
    public static double Milliseconds(int times, Action act)
    {
        var taken = new List<double>(times);
        for (var i = 0; i < times; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            act();
            taken.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        return Of(taken);
    }
}
