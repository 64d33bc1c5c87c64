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

    public static string Replace(string raw, Func<string, string> valueOf)
    {
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

            var end = string.CompareOrdinal(raw, i, "${", 0, 2) == 0 ? raw.IndexOf('}', i) : -1;
            if (end < 0)
            {
                result.Append(raw[i++]);
                continue;
            }

            result.Append(valueOf(raw[(i + 2)..end].Trim()));
            i = end + 1;
        }

        return result.ToString();
    }
}
