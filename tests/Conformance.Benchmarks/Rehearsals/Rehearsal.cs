using System.Globalization;
using Conformance.Player.Benches;
using Conformance.Player.Browsers;
using Conformance.Player.Drivers;
using Conformance.Player.Fixtures;
using Conformance.Player.Running;
using Conformance.Player.Targets;
using Conformance.ReferenceSp.Embedding;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Selecting;

namespace Conformance.Benchmarks.Rehearsals;

/// <summary>The suite set up once and run many times, on itself: keys, files and browser are shared by all runs.</summary>
internal sealed class Rehearsal : IAsyncDisposable
{
    private readonly string _scratch = Directory.CreateTempSubdirectory("conformance-rehearsal-").FullName;
    private readonly Lazy<LoadedScenarios> _library = new(() => Load(Repository.At("scenarios")));
    private int _runs;

    public Rehearsal()
    {
        Fixtures = FixtureLibrary.Read(Repository.At("fixtures"));
        Reference = ReadTarget(Repository.At("fixtures", "service-providers", "reference.yaml"));
        Browser = new SharedBrowser(new BrowserSettings(), Keys.Authority, Console.Error.WriteLine);
    }

    public RunKeys Keys { get; } = new(TimeProvider.System);

    public FixtureLibrary Fixtures { get; }

    /// <summary>The reference service provider's target file.</summary>
    public TargetFile Reference { get; }

    public SharedBrowser Browser { get; }

    /// <summary>The scenarios of the project.</summary>
    public LoadedScenarios Library => _library.Value;

    public static LoadedScenarios Load(string folder) =>
        ScenarioLibrary.Load(folder, Repository.At("fixtures", "spec"), ScenarioVocabulary.Permissive);

    public static TargetFile ReadTarget(string path)
    {
        var problems = new List<ScenarioProblem>();
        return TargetReader.Read(path, problems) ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    /// <summary>The cases of the project at or below these addresses.</summary>
    public IReadOnlyList<ScenarioCase> Cases(params string[] addresses) => Selection.Parse(addresses).Choose(Library).Cases;

    /// <summary>The settings of a bench as a run of that staging has them.</summary>
    public BenchSettings Bench(Staging staging) => new()
    {
        Target = staging.Target ?? Reference,
        IdentityProvider = Fixtures.IdentityProviders[staging.Idp],
        Fixtures = Fixtures,
        Keys = Keys,
        Clock = TimeProvider.System,
        Seed = staging.Seed,
        Limits = new DriverLimits(staging.Timeout),
        Browsers = staging.Browser ?? Browser,
        Embedded = staging.Embedded ?? new EmbeddedReference(),
        Flaws = staging.Flaws,
        IdpMistakes = staging.IdpMistakes,
        Integrations = new HashSet<string>(),
        ScratchDirectory = NextDirectory("bench"),
        Tell = staging.Tell,
        Entered = staging.Entered,
    };

    public Task<RunReport> PlayAsync(
        IReadOnlyList<ScenarioCase> cases, Staging staging, IRunObserver? observer = null, CancellationToken cancellationToken = default) =>
        ConformanceRun.RunAsync(
            new RunRequest
            {
                Cases = cases,
                Library = staging.Library ?? Library,
                Bench = Bench(staging),
                Driver = staging.Driver,
                Workers = staging.Workers,
                Strict = staging.Strict,
                Traces = false,
                MostRestarts = staging.MostRestarts,
                Discovers = staging.Discovers,
                EvidenceDirectory = NextDirectory("evidence"),
            },
            observer ?? Silence.Instance,
            cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        Keys.Dispose();
        Directory.Delete(_scratch, recursive: true);
    }

    private string NextDirectory(string kind) =>
        Path.Combine(_scratch, string.Create(CultureInfo.InvariantCulture, $"{kind}-{Interlocked.Increment(ref _runs)}"));
}
