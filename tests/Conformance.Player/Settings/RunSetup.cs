using System.Security.Cryptography;
using Conformance.Player.Benches;
using Conformance.Player.Drivers;
using Conformance.Player.Running;
using Conformance.Player.Targets;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Settings;

/// <summary>What the benches of a run share, made from the suite: keys, browser, a directory of their own. Nothing is left of it afterwards.</summary>
public sealed class RunSetup : IAsyncDisposable
{
    private readonly Suite _suite;
    private readonly SharedBrowser _browser;
    private readonly RunKeys _keys;
    private readonly string _scratch;

    /// <summary>Prepares a run; nothing is started yet.</summary>
    /// <param name="suite">What the files say.</param>
    /// <param name="embedded">The embedded service provider; <c>null</c> where there is none.</param>
    /// <param name="workingDirectory">What paths in the settings are relative to.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="say">Hears of what takes a while.</param>
    /// <param name="pause">Waits before a browser closes in which something was not as expected; <c>null</c>: nobody waits.</param>
    /// <param name="entered">Waits until a person who runs a part of it by hand enters that it is done; <c>null</c>: nobody can.</param>
    public RunSetup(
        Suite suite, IEmbeddedServiceProvider? embedded, string workingDirectory, TimeProvider clock, Action<string> say, Func<string, CancellationToken, Task>? pause = null,
        Func<CancellationToken, Task>? entered = null)
    {
        _suite = suite;
        _keys = new RunKeys(clock, suite.Settings.Keys is { } keys ? Path.GetFullPath(keys, workingDirectory) : null);
        _browser = new SharedBrowser(suite.Settings.Browser, _keys.Authority, say);
        _scratch = MakeScratch();
        Seed = suite.Settings.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        Bench = new BenchSettings
        {
            Target = suite.Target with { Path = Path.GetFullPath(suite.Target.Path, suite.Folders.Root) },
            IdentityProvider = suite.Idp,
            Fixtures = suite.Fixtures,
            Keys = _keys,
            Clock = clock,
            Seed = Seed,
            Limits = new DriverLimits(suite.Settings.Timeout),
            Browsers = _browser,
            Embedded = embedded,
            Flaws = suite.Settings.Flaws,
            ScratchDirectory = _scratch,
            Pause = pause,
            Tell = say,
            Entered = entered,
        };
    }

    /// <summary>The seed of the run.</summary>
    public int Seed { get; }

    /// <summary>What the benches are set up with.</summary>
    public BenchSettings Bench { get; }

    /// <summary>The request to play some cases.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="evidenceDirectory">Where evidence goes.</param>
    public RunRequest Request(IReadOnlyList<ScenarioCase> cases, string evidenceDirectory) => new()
    {
        Cases = cases,
        Library = _suite.Library,
        Bench = Bench,
        Workers = _suite.Settings.Workers,
        Driver = _suite.Settings.Driver,
        Strict = _suite.Settings.Strict,
        Traces = _suite.Settings.Trace != TraceChoice.Never,
        EvidenceDirectory = evidenceDirectory,
        AgainWith = _suite.AgainWith,

        // Whoever chooses nothing else has asked for them.
        PlaysDenialOfService = cases.All(scenarioCase => scenarioCase.Scenario.Tags.Contains("dos", StringComparer.Ordinal)),
    };

    /// <summary>Whether a run of these cases opens a browser, so that one can be looked for before anything else is.</summary>
    public bool NeedsBrowser(IReadOnlyList<ScenarioCase> cases) => _suite.Settings.Driver switch
    {
        DriverChoice.Browser => true,
        DriverChoice.Http => false,
        _ => cases.Any(scenarioCase => CaseNeeds.GoesToBrowser(scenarioCase, _suite.Target)
            && (CaseNeeds.IntegrationOf(scenarioCase.Scenario) is not { } integration || _suite.Target.Integrations.Contains(integration))),
    };

    /// <summary>Finds or installs the browser and starts it.</summary>
    /// <exception cref="Browsers.BrowserNotFoundException">There is none, and none could be installed.</exception>
    public Task StartBrowserAsync(CancellationToken cancellationToken) => _browser.StartAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _keys.Dispose();
        try
        {
            Directory.Delete(_scratch, recursive: true);
        }
        catch (IOException)
        {
            // A target that is still writing keeps its directory; it lies among the system's temporary files.
        }
    }

    // Servers give up their rights for another user's, who has to reach the files all the same; nothing in here is secret.
    private static string MakeScratch()
    {
        var directory = Directory.CreateTempSubdirectory("conformance-");
        if (!OperatingSystem.IsWindows())
        {
            directory.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        }

        return directory.FullName;
    }
}
