namespace Conformance.Player.Reports.Html;

/// <summary>Compares two texts line by line, and leaves out what is the same far from any difference.</summary>
internal static class MessageDiff
{
    private const int MostLines = 1500;
    private const int Around = 3;

    public static IReadOnlyList<DiffLine> Of(string before, string after)
    {
        var left = Lines(before);
        var right = Lines(after);
        if (left.Length > MostLines || right.Length > MostLines)
        {
            return [new DiffLine(DiffKind.Gap, "The message is too long to be compared here; both lie in the evidence.")];
        }

        var whole = Compared(left, right);
        return Shortened(Paired(whole));
    }

    private static List<DiffLine> Compared(string[] left, string[] right)
    {
        // Longest common subsequence, from the end, so that the walk goes forward.
        var common = Enumerable.Range(0, left.Length + 1).Select(_ => new int[right.Length + 1]).ToArray();
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                common[i][j] = left[i] == right[j] ? common[i + 1][j + 1] + 1 : Math.Max(common[i + 1][j], common[i][j + 1]);
            }
        }

        var lines = new List<DiffLine>();
        var (l, r) = (0, 0);
        while (l < left.Length || r < right.Length)
        {
            if (l < left.Length && r < right.Length && left[l] == right[r])
            {
                lines.Add(new DiffLine(DiffKind.Same, left[l++]));
                r++;
            }
            else if (l < left.Length && (r == right.Length || common[l + 1][r] >= common[l][r + 1]))
            {
                lines.Add(new DiffLine(DiffKind.Removed, left[l++]));
            }
            else
            {
                lines.Add(new DiffLine(DiffKind.Added, right[r++]));
            }
        }

        return lines;
    }

    /// <summary>Where as many lines came as went, each is compared with its counterpart.</summary>
    private static List<DiffLine> Paired(List<DiffLine> lines)
    {
        for (var start = 0; start < lines.Count; start++)
        {
            var removed = Run(lines, start, DiffKind.Removed);
            var added = Run(lines, start + removed, DiffKind.Added);
            if (removed > 0 && removed == added)
            {
                for (var i = start; i < start + removed; i++)
                {
                    Emphasise(lines, i, i + removed);
                }
            }

            start += Math.Max(removed + added - 1, 0);
        }

        return lines;
    }

    private static void Emphasise(List<DiffLine> lines, int before, int after)
    {
        var (left, right) = (lines[before].Text, lines[after].Text);
        var shortest = Math.Min(left.Length, right.Length);
        var start = 0;
        while (start < shortest && left[start] == right[start])
        {
            start++;
        }

        var end = 0;
        while (end < shortest - start && left[^(end + 1)] == right[^(end + 1)])
        {
            end++;
        }

        lines[before] = lines[before] with { Changed = (start, left.Length - start - end) };
        lines[after] = lines[after] with { Changed = (start, right.Length - start - end) };
    }

    private static List<DiffLine> Shortened(List<DiffLine> lines)
    {
        if (lines.TrueForAll(line => line.Kind == DiffKind.Same))
        {
            return lines;
        }

        var shown = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind != DiffKind.Same)
            {
                Array.Fill(shown, value: true, Math.Max(0, i - Around), Math.Min(lines.Count, i + Around + 1) - Math.Max(0, i - Around));
            }
        }

        var result = new List<DiffLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (shown[i])
            {
                result.Add(lines[i]);
                continue;
            }

            var until = Array.IndexOf(shown, value: true, i);
            until = until < 0 ? lines.Count : until;
            result.Add(until - i == 1 ? lines[i] : new DiffLine(DiffKind.Gap, $"{until - i} lines are the same"));
            i = until - 1;
        }

        return result;
    }

    private static int Run(List<DiffLine> lines, int start, DiffKind kind)
    {
        var count = 0;
        while (start + count < lines.Count && lines[start + count].Kind == kind)
        {
            count++;
        }

        return count;
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
