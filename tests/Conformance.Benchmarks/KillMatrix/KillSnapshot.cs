using System.Text;
using Conformance.Scenarios.Model;

namespace Conformance.Benchmarks.KillMatrix;

/// <summary>
/// The reviewed table of which case notices which flaw, as a text file: a flaw a paragraph, its cases by scenario. A scenario of which
/// every case that was played notices it stands without them.
/// </summary>
internal sealed class KillSnapshot
{
    private const string Beginning = """
        # Which scenarios notice which flaw of the reference service provider. Written by
        #   dotnet run --project tests/Conformance.Benchmarks -- kill-matrix
        # which plays every case of every scenario below saml/ on every flaw (with names of flaws: on those alone; with --first: every case of a flaw's
        # own scenarios, and the first case of every other), and reviewed by hand: a line that goes away is a bug that the suite no longer finds.

        """;

    private const string SoundLine = "# sound ";
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sound = new(StringComparer.Ordinal);

    /// <summary>Where it is kept.</summary>
    public static string Path => Rehearsals.Repository.At("tests", "Conformance.SelfTests", "Flaws", "kills.verified.txt");

    /// <summary>The flaws in it.</summary>
    public IReadOnlyCollection<string> Flaws => _entries.Keys;

    /// <summary>The commit whose code it was made with.</summary>
    public string Commit { get; private set; } = "unknown";

    public static KillSnapshot Read(string path)
    {
        var snapshot = new KillSnapshot();
        var current = new Entry();
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            if (line.StartsWith("# commit ", StringComparison.Ordinal))
            {
                snapshot.Commit = line["# commit ".Length..];
            }
            else if (line.StartsWith(SoundLine, StringComparison.Ordinal))
            {
                snapshot._sound.Add(line[SoundLine.Length..]);
            }
            else if (line.StartsWith("  preflight ", StringComparison.Ordinal))
            {
                current.Preflight = line["  preflight ".Length..];
            }
            else if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                var parts = line.Trim().Split(": ", 2);
                current.Scenarios[parts[0]] = parts.Length == 1 ? null : [.. parts[1].Split(' ')];
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                snapshot._entries[line] = current = new Entry();
            }
        }

        return snapshot;
    }

    public static string Write(Kill sound, IEnumerable<Kill> kills, string commit)
    {
        var text = new StringBuilder(Beginning).Append("# commit ").Append(commit).Append('\n');
        foreach (var address in sound.Addresses)
        {
            // What the sound service provider does too says nothing about a flaw.
            text.Append(SoundLine).Append(address).Append('\n');
        }

        foreach (var kill in kills.OrderBy(kill => kill.Flaw, StringComparer.Ordinal))
        {
            text.Append('\n').Append(Paragraph(kill));
        }

        return text.ToString();
    }

    /// <summary>The text with the paragraphs of some flaws made anew, and all else as it was.</summary>
    public static string Merge(string text, IEnumerable<Kill> kills)
    {
        var paragraphs = text.Split("\n\n").Select(paragraph => paragraph.TrimEnd('\n') + "\n").ToList();
        var flaws = paragraphs.Skip(1).ToDictionary(paragraph => paragraph[..paragraph.IndexOf('\n', StringComparison.Ordinal)], StringComparer.Ordinal);
        foreach (var kill in kills)
        {
            flaws[kill.Flaw] = Paragraph(kill);
        }

        return string.Join('\n', flaws.OrderBy(flaw => flaw.Key, StringComparer.Ordinal).Select(flaw => flaw.Value).Prepend(paragraphs[0]));
    }

    private static string Paragraph(Kill kill)
    {
        var text = new StringBuilder(kill.Flaw).Append('\n');
        if (kill.Preflight is { } check)
        {
            text.Append("  preflight ").Append(check).Append('\n');
        }

        foreach (var scenario in kill.Played.GroupBy(ScenarioOf, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var noticed = scenario.Where(kill.Addresses.Contains).ToList();
            if (noticed.Count > 0)
            {
                text.Append("  ").Append(scenario.Key);
                text.Append(noticed.Count == scenario.Count() ? string.Empty : ": " + string.Join(' ', noticed.Select(address => address[(scenario.Key.Length + 1)..])));
                text.Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>What it says of a flaw, as a trial of these cases would; <c>null</c>: nothing.</summary>
    /// <param name="flaw">The flaw.</param>
    /// <param name="cases">Cases that it was made with.</param>
    public Kill? Recall(string flaw, IEnumerable<ScenarioCase> cases)
    {
        if (!_entries.TryGetValue(flaw, out var entry))
        {
            return null;
        }

        var told = cases.Where(scenarioCase => !_sound.Contains(scenarioCase.Address)).ToList();
        return Recalled(flaw, told, scenarioCase => Kills(flaw, scenarioCase.Scenario.Address, scenarioCase.Case.Name)) with { Preflight = entry.Preflight };
    }

    /// <summary>What it says of the sound service provider, as a trial of these cases would.</summary>
    public Kill RecallSound(IReadOnlyList<ScenarioCase> cases) => Recalled(FlawTrial.Sound, cases, scenarioCase => _sound.Contains(scenarioCase.Address));

    private static Kill Recalled(string flaw, IReadOnlyList<ScenarioCase> cases, Func<ScenarioCase, bool> isNoticed) =>
        new(flaw, InOrder(cases.Where(isNoticed)), null, InOrder(cases), []);

    private static List<string> InOrder(IEnumerable<ScenarioCase> cases) => [.. cases.Select(scenarioCase => scenarioCase.Address).Order(StringComparer.Ordinal)];

    /// <summary>Whether that case is said to notice that flaw.</summary>
    public bool Kills(string flaw, string scenario, string caseName) =>
        _entries.TryGetValue(flaw, out var entry) && entry.Scenarios.TryGetValue(scenario, out var cases)
        && (cases?.Contains(caseName) ?? !_sound.Contains($"{scenario}/{caseName}"));

    /// <summary>The scenarios that are said to notice some flaw.</summary>
    public IReadOnlySet<string> Scenarios => _entries.Values.SelectMany(entry => entry.Scenarios.Keys).ToHashSet(StringComparer.Ordinal);

    // An address is a path of three segments and, where there are cases, one more.
    private static string ScenarioOf(string address) => string.Join('/', address.Split('/').Take(3));

    /// <summary>Whether anything is said to notice that flaw.</summary>
    public bool IsNoticed(string flaw) => _entries.TryGetValue(flaw, out var entry) && (entry.Preflight is not null || entry.Scenarios.Count > 0);

    /// <summary>Whether the sound service provider shows that property too, so that it says nothing about a flaw.</summary>
    public bool IsNoticedWhenSound(string address) => _sound.Contains(address);

    /// <summary>The preflight check that is said to notice that flaw.</summary>
    public string? PreflightOf(string flaw) => _entries.TryGetValue(flaw, out var entry) ? entry.Preflight : null;

    private sealed class Entry
    {
        public string? Preflight { get; set; }

        public Dictionary<string, HashSet<string>?> Scenarios { get; } = new(StringComparer.Ordinal);
    }
}
