using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Saml.Forging;

namespace Conformance.Saml.Tamperings.Edits;

/// <summary>A value as a scenario writes it: text, <c>{ time: -1h }</c> from now, or <c>{ repeat: text, times: 2000 }</c>.</summary>
internal static partial class EditValue
{
    private const int MostTimes = 100_000;

    public static string Resolve(object? value, ForgeContext context) => value switch
    {
        null => "",
        string text => text,
        IDictionary map => Made(map, context),
        IEnumerable<KeyValuePair<string, object?>> map => Made(map.ToDictionary(), context),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Reads <c>now</c>, <c>-1h</c>, <c>+90s</c>, <c>1d12h</c>, <c>-1y</c>.</summary>
    public static TimeSpan Offset(string text)
    {
        if (text == "now")
        {
            return TimeSpan.Zero;
        }

        if (!Pattern().IsMatch(text))
        {
            throw new TamperingException($"'{text}' is no time span; write for example -1h, +90s, 2d, 1y or now.");
        }

        var total = Part().Matches(text).Aggregate(TimeSpan.Zero, (sum, part) => sum + Unit(
            double.Parse(part.Groups[1].ValueSpan, CultureInfo.InvariantCulture), part.Groups[2].Value));
        return text.StartsWith('-') ? -total : total;
    }

    private static TimeSpan Unit(double count, string unit) => unit switch
    {
        "ms" => TimeSpan.FromMilliseconds(count),
        "s" => TimeSpan.FromSeconds(count),
        "m" => TimeSpan.FromMinutes(count),
        "h" => TimeSpan.FromHours(count),
        "d" => TimeSpan.FromDays(count),
        _ => TimeSpan.FromDays(365 * count),
    };

    private static string Made(IDictionary map, ForgeContext context)
    {
        if (map["repeat"] is string text)
        {
            return int.TryParse(Convert.ToString(map["times"], CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times is > 0 and <= MostTimes
                ? string.Concat(Enumerable.Repeat(text, times))
                : throw new TamperingException($"beside \"repeat\" stands \"times\", a number from 1 to {MostTimes}.");
        }

        if (map["time"] is not { } offset)
        {
            throw new TamperingException("a value is text, { time: -1h }, with { format: … } beside it if need be, or { repeat: text, times: 2000 }.");
        }

        var time = context.Now + Offset(Convert.ToString(offset, CultureInfo.InvariantCulture) ?? "");
        return map["format"] is string format
            ? time.ToString(format, CultureInfo.InvariantCulture)
            : SamlTime.Format(time, context.Draft.Style.FractionDigits);
    }

    [GeneratedRegex(@"^[+-]?(\d+(\.\d+)?(ms|[smhdy]))+$")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(\d+(?:\.\d+)?)(ms|[smhdy])")]
    private static partial Regex Part();
}
