namespace Conformance.Saml.Tamperings;

/// <summary>What somebody probably meant.</summary>
internal static class NearestWord
{
    /// <summary>A sentence's end that names the nearest known word, or all of them when none is near.</summary>
    public static string Suggest(string word, IEnumerable<string> known)
    {
        var words = known.ToList();
        var nearest = words.MinBy(candidate => Distance(word, candidate));
        return nearest is not null && Distance(word, nearest) <= Math.Max(2, word.Length / 3)
            ? $". Did you mean '{nearest}'?"
            : words.Count is > 0 and <= 12 ? $". Known: {string.Join(", ", words)}." : ".";
    }

    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
