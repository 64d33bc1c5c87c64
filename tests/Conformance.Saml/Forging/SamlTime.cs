using System.Globalization;

namespace Conformance.Saml.Forging;

/// <summary>Times as SAML writes them, core 1.3.3: xs:dateTime in UTC.</summary>
public static class SamlTime
{
    /// <summary>Writes a time with that many digits after the seconds' point.</summary>
    public static string Format(DateTimeOffset time, int fractionDigits = 3)
    {
        var pattern = fractionDigits == 0
            ? "yyyy-MM-dd'T'HH:mm:ss'Z'"
            : "yyyy-MM-dd'T'HH:mm:ss." + new string('f', Math.Min(fractionDigits, 7)) + "'Z'";
        return time.UtcDateTime.ToString(pattern, CultureInfo.InvariantCulture);
    }
}
