using System.Globalization;

namespace Conformance.ReferenceSp.Xml;

/// <summary>Time values as saml-core 1.3.3 has them: xs:dateTime in UTC, ending in Z.</summary>
internal static class SamlTime
{
    private const int FinestFraction = 7;

    public static DateTimeOffset? Parse(string? value)
    {
        if (value is null || !value.EndsWith('Z'))
        {
            return null;
        }

        var dot = value.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0)
        {
            var digits = value[(dot + 1)..^1];
            if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
            {
                return null;
            }

            // Finer than the platform can hold is legal; the rest is dropped.
            value = value[..(dot + 1)] + digits[..Math.Min(digits.Length, FinestFraction)] + "Z";
        }

        return DateTimeOffset.TryParseExact(
            value, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
    }

    public static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
