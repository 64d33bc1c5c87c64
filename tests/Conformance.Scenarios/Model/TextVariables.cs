using System.Text;

namespace Conformance.Scenarios.Model;

/// <summary>The one place that knows how variables are written: <c>${a.b}</c>, with <c>$${</c> for a literal <c>${</c>.</summary>
internal static class TextVariables
{
    public static IReadOnlyList<string> In(string raw)
    {
        var names = new List<string>();
        _ = Replace(raw, name =>
        {
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                names.Add(name);
            }

            return string.Empty;
        });
        return names;
    }

    /// <summary>Whether a <c>${</c> is never closed, or closed only behind another one.</summary>
    public static bool HasUnclosed(string raw)
    {
        var isNested = false;
        _ = Scan(raw, name => Note(name, ref isNested), out var hasUnclosed);
        return hasUnclosed || isNested;
    }

    public static string Replace(string raw, Func<string, string> valueOf) => Scan(raw, valueOf, out _);

    private static string Note(string name, ref bool isNested)
    {
        isNested |= name.Contains("${", StringComparison.Ordinal);
        return string.Empty;
    }

    private static string Scan(string raw, Func<string, string> valueOf, out bool hasUnclosed)
    {
        hasUnclosed = false;
        if (!raw.Contains("${", StringComparison.Ordinal))
        {
            return raw;
        }

        var result = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length;)
        {
            if (string.CompareOrdinal(raw, i, "$${", 0, 3) == 0)
            {
                result.Append("${");
                i += 3;
                continue;
            }

            var opens = string.CompareOrdinal(raw, i, "${", 0, 2) == 0;
            var end = opens ? raw.IndexOf('}', i) : -1;
            if (end < 0)
            {
                hasUnclosed |= opens;
                result.Append(raw[i++]);
                continue;
            }

            result.Append(valueOf(raw[(i + 2)..end].Trim()));
            i = end + 1;
        }

        return result.ToString();
    }
}
