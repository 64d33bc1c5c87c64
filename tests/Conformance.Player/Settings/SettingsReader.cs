using System.Globalization;
using Conformance.Player.Browsers;
using Conformance.Player.Running;
using Conformance.Scenarios.Words;

namespace Conformance.Player.Settings;

/// <summary>Makes one set of settings of several places, the later ones before the earlier.</summary>
public sealed class SettingsReader
{
    private const int MostWorkers = 64;
    private const int LongestTimeout = 600;
    private readonly List<SettingsLayer> _strongestFirst;
    private readonly ICollection<SettingsProblem> _problems;

    private SettingsReader(IEnumerable<SettingsLayer> layers, ICollection<SettingsProblem> problems)
    {
        _strongestFirst = [.. layers.Reverse()];
        _problems = problems;
    }

    /// <summary>Every key there is, the same in the file, in the environment and on the command line.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "browser", "executable", "headed", "slow-mo", "timeout", "workers", "driver", "trace", "target", "idp", "report", "strict", "known-failures",
        "keys", "no-install", "seed", "flaw",
    ];

    /// <summary>Reads the settings; what cannot be used keeps its usual value, and is a problem.</summary>
    /// <param name="layers">The places, the weakest first.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static SuiteSettings Read(IEnumerable<SettingsLayer> layers, ICollection<SettingsProblem> problems) =>
        new SettingsReader(layers, problems).Read();

    private SuiteSettings Read()
    {
        var usual = new SuiteSettings();
        return new SuiteSettings
        {
            Browser = new BrowserSettings
            {
                Kind = Word("browser", usual.Browser.Kind),
                Executable = Text("executable"),
                IsHeaded = Flag("headed"),
                SlowMotion = TimeSpan.FromMilliseconds(Number("slow-mo", 0, 0, 60_000)),
                MayInstall = !Flag("no-install"),
            },
            Timeout = TimeSpan.FromSeconds(Number("timeout", (int)usual.Timeout.TotalSeconds, 1, LongestTimeout)),
            Workers = Number("workers", usual.Workers, 1, MostWorkers),
            // Who asks to see the browser asks for what would have gone without one too.
            Driver = Word("driver", usual.Driver) is var driver && driver == DriverChoice.Auto && Flag("headed") ? DriverChoice.Browser : driver,
            Trace = Word("trace", usual.Trace),
            Target = Text("target") ?? usual.Target,
            Idp = Text("idp") ?? usual.Idp,
            Report = Text("report"),
            Strict = Flag("strict"),
            KnownFailures = Text("known-failures"),
            Keys = Text("keys"),
            Seed = Find("seed") is null ? null : Number("seed", 0, 0, int.MaxValue),
            Flaws = Text("flaw")?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) ?? [],
        };
    }

    private string? Text(string key) => Find(key)?.Value;

    private bool Flag(string key)
    {
        if (Find(key) is not { } found)
        {
            return false;
        }

        switch (found.Value.ToUpperInvariant())
        {
            case "TRUE" or "1" or "YES":
                return true;
            case "FALSE" or "0" or "NO":
                return false;
            default:
                Report(found.Layer, key, found.Value, "Write true or false.");
                return false;
        }
    }

    private int Number(string key, int usual, int least, int most)
    {
        if (Find(key) is not { } found)
        {
            return usual;
        }

        if (int.TryParse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Report(found.Layer, key, found.Value, $"Write a whole number from {least} to {most}.");
        return usual;
    }

    private T Word<T>(string key, T usual)
        where T : struct, Enum
    {
        if (Find(key) is not { } found)
        {
            return usual;
        }

        var words = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToList();
        if (words.Contains(found.Value, StringComparer.Ordinal))
        {
            return Enum.Parse<T>(found.Value, ignoreCase: true);
        }

        Report(found.Layer, key, found.Value, NearestWord.Hint(found.Value, words));
        return usual;
    }

    private (string Value, SettingsLayer Layer)? Find(string key)
    {
        foreach (var layer in _strongestFirst)
        {
            if (layer.ValueOf(key) is { } value)
            {
                return (value.Trim(), layer);
            }
        }

        return null;
    }

    private void Report(SettingsLayer layer, string key, string value, string remedy) =>
        _problems.Add(new SettingsProblem($"{layer.NameOf(key)} is \"{value}\". {remedy}", layer.IsCommandLine));
}
