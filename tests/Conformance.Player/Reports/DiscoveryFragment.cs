using System.Globalization;
using System.Text;

namespace Conformance.Player.Reports;

/// <summary>What a service provider was seen to do, as the part of a target file that says so.</summary>
public static class DiscoveryFragment
{
    /// <summary>Writes it.</summary>
    public static string Write(FinishedRun run)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        string? Seen(string name) => run.Preflight.Discovered.GetValueOrDefault(name);
        Line(string.Create(CultureInfo.InvariantCulture, $"# What {run.Target} was seen to do, {run.Began.UtcDateTime:yyyy-MM-dd}. Look it through before it goes into {run.TargetFile}: what is claimed"));
        Line("# there and lacking fails, and what only happens to work is nothing to promise.");
        if (run.Preflight.Discovered.Count == 0)
        {
            Line("# Nothing was discovered: the preflight did not come so far.");
            return text.ToString();
        }

        Line("claims:");
        if (Seen("signing places") is { Length: > 0 } places)
        {
            Line($"  signing: [{places}]");
        }

        if (Seen("unsolicited Responses") is { } unsolicited)
        {
            Line($"  idp-initiated: {Word(unsolicited)}");
        }

        if (Seen("encrypted assertions") is { } encrypted)
        {
            Line($"  encryption: {Word(encrypted)}");
        }

        if (Seen("skew allowed after the end") is { } skew)
        {
            Line(skew.StartsWith("less", StringComparison.Ordinal) ? $"  # skew: {skew}" : $"  skew: {skew.Split(' ')[0]}   # after the end: {skew}");
        }

        foreach (var (name, value) in run.Preflight.Discovered.Where(entry => entry.Key is not ("signing places" or "unsolicited Responses" or "encrypted assertions" or "skew allowed after the end")))
        {
            Line($"  # {name}: {value}");
        }

        return run.Redaction.Apply(text.ToString());
    }

    private static string Word(string seen) => seen.StartsWith("accepted", StringComparison.Ordinal) ? "true" : "false";
}
