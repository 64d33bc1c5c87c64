using System.Globalization;
using System.Text;
using Conformance.Scenarios.Spec;

namespace Conformance.Scenarios.Verdicts;

/// <summary>What a check that did not pass says, in the same ten parts and order everywhere.</summary>
public static class FailureText
{
    private const int Width = 100;
    private const int LabelWidth = 12;

    /// <summary>The parts as plain text: address, what was done, requirement, where it is written, expected, actual, control,
    /// line, evidence, the command to play it again. A part there is nothing to say in is left out.</summary>
    /// <param name="result">The result.</param>
    /// <param name="spec">Says what the specification says, in one sentence for each key.</param>
    public static string Render(CaseResult result, SpecCatalogue spec)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Sign(result.Verdict)} {result.Address}");
        Wrapped(text, "  ", "  ", result.Name);
        Wrapped(text, "  -> ", "     ", $"{result.Requirement} [{string.Join(", ", result.Spec)}]");
        foreach (var entry in result.Spec.Select(spec.Find).OfType<SpecEntry>().Where(entry => entry.Says.Length > 0))
        {
            var url = entry.Url is null ? string.Empty : $" {entry.Url}";
            Wrapped(text, "     ", "       ", $"{entry.Key} ({entry.Title}): {entry.Says}{url}");
        }

        Part(text, "Expected", result.Expected);
        Part(text, "Actual", Lines(result.Actual));
        Part(text, "Property", Lines(result.Property));
        Part(text, "Reason", Lines(result.Reason));
        Part(text, "Control", Lines(result.Control));
        Part(text, "at", [$"{result.Location.File}:{result.Location.Line}"]);
        Part(text, "Evidence", Lines(result.Evidence));
        Part(text, "Known", Lines(result.Known is { } known ? $"{known.Reason} ({known.Owner}, until {known.Expires:yyyy-MM-dd})" : null));
        Part(text, "Again", [result.Again]);
        foreach (var line in Lines(result.Detail))
        {
            text.Append("     ").AppendLine(line);
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The sign of a verdict: one character that can be told without colour.</summary>
    /// <param name="verdict">The verdict.</param>
    public static char Sign(Verdict verdict) => verdict switch
    {
        Verdict.Passed => '✓',
        Verdict.Failed => '×',
        Verdict.Warning => '!',
        Verdict.Inconclusive => '?',
        Verdict.Skipped => '-',
        _ => '#',
    };

    private static string[] Lines(string? text) => string.IsNullOrEmpty(text) ? [] : text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static void Part(StringBuilder text, string label, IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            text.Append(i == 0 ? $"{label}:".PadLeft(LabelWidth + 2) : new string(' ', LabelWidth + 2)).Append(' ').AppendLine(lines[i]);
        }
    }

    private static void Wrapped(StringBuilder text, string first, string next, string sentence)
    {
        var line = new StringBuilder(first);
        var isEmpty = true;
        foreach (var word in sentence.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                text.AppendLine(line.ToString());
                line.Clear().Append(next);
                isEmpty = true;
            }

            line.Append(isEmpty ? string.Empty : " ").Append(word);
            isEmpty = false;
        }

        text.AppendLine(line.ToString());
    }
}
