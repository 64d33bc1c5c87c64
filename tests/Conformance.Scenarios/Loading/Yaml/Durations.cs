using System.Globalization;

namespace Conformance.Scenarios.Loading.Yaml;

/// <summary>Lengths of time as files write them: <c>90s</c>, <c>10m</c>, <c>250ms</c>.</summary>
public static class Durations
{
    /// <summary>How a length of time is written, for messages.</summary>
    public const string Form = "a number with ms, s, m, h or d, such as 10m";

    private static readonly (string Unit, double Seconds)[] _units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86400)];

    /// <summary>Reads a length of time.</summary>
    /// <param name="text">Such as <c>10m</c>; a minus in front means the past.</param>
    /// <param name="duration">The length read.</param>
    /// <returns>Whether it is one, and at most 100 years.</returns>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        foreach (var (unit, seconds) in _units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text[..^unit.Length], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && Math.Abs(number * seconds) <= 36525d * 86400)
            {
                duration = TimeSpan.FromSeconds(number * seconds);
                return true;
            }
        }

        return false;
    }
}
