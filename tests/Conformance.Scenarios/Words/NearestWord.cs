namespace Conformance.Scenarios.Words;

/// <summary>Finds the word a person most likely meant.</summary>
public static class NearestWord
{
    private const int LongestWordCompared = 100;
    private const int LongestListShown = 12;

    /// <summary>The known word nearest to the one written, or <c>null</c> when none is near.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="known">The words there are.</param>
    public static string? To(string word, IEnumerable<string> known)
    {
        if (word.Length > LongestWordCompared)
        {
            return null;
        }

        // A third of the letters may be wrong: "clik" is "click", but "open" is not "hops", and no letter is near another.
        var limit = word.Length < 2 ? 0 : Math.Max(1, word.Length / 3);
        var candidates = known.ToList();
        return candidates
            .Where(candidate => candidate.Length <= LongestWordCompared)
            .Select(candidate => (Word: candidate, Distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .Select(candidate => candidate.Word)
            .FirstOrDefault()
            ?? Continued(word, candidates);
    }

    /// <summary>What to write instead, as a sentence: the nearest word, else the words there are.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="known">The words there are.</param>
    public static string Hint(string word, IEnumerable<string> known)
    {
        var words = known.Distinct(StringComparer.Ordinal).ToList();
        if (To(word, words) is { } nearest)
        {
            return $"Did you mean \"{nearest}\"?";
        }

        return words.Count switch
        {
            0 => "There is none to choose from.",
            <= LongestListShown => $"Write one of: {string.Join(", ", words)}.",
            _ => $"Write one of: {string.Join(", ", words.Take(LongestListShown))}, … ({words.Count} in all).",
        };
    }

    /// <summary>The shortest word that begins with an unfinished one: "saml/resp" is "saml/response".</summary>
    private static string? Continued(string word, List<string> candidates) =>
        word.Length < 3
            ? null
            : candidates
                .Where(candidate => candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                .OrderBy(candidate => candidate.Length)
                .ThenBy(candidate => candidate, StringComparer.Ordinal)
                .FirstOrDefault();

    /// <summary>Damerau-Levenshtein distance (a swap of neighbours counts as one mistake).</summary>
    internal static int Distance(string left, string right)
    {
        var beforeLast = new int[right.Length + 1];
        var last = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last) = (last, row);
        }

        return last[right.Length];
    }
}
