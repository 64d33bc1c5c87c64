using Conformance.Player.Reports;
using Conformance.Player.Running;
using Conformance.Player.Settings;
using Conformance.ReferenceSp.Embedding;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.Tests;

/// <summary>What all tests of a run share: the files, and the benches that the cases are played on.</summary>
internal sealed class ScenarioSession
{
    private readonly Lazy<(Suite? Suite, IReadOnlyList<ScenarioProblem> Problems)> _loaded = new(Load);
    private readonly Lazy<(RunSetup Setup, CaseRunner Runner, ResultEditor Editor)> _playing;

    private Task<IReadOnlyList<CaseResult>>? _end;

    private ScenarioSession() => _playing = new(() =>
    {
        var suite = Suite;
        var setup = new RunSetup(suite, new EmbeddedReference(), suite.Folders.Root, TimeProvider.System, TestContext.Progress.WriteLine);
        return (setup, new CaseRunner(setup.Request([.. suite.Library.Cases], EvidenceDirectory(suite))), new ResultEditor(suite));
    });

    /// <summary>The one of this test run.</summary>
    public static ScenarioSession Shared { get; } = new();

    /// <summary>All cases.</summary>
    public IEnumerable<ScenarioCase> Cases => _loaded.Value.Suite?.Library.Cases ?? [];

    /// <summary>What cannot be played: a file's address, or "fixtures", and what is wrong.</summary>
    public IEnumerable<KeyValuePair<string, IReadOnlyList<ScenarioProblem>>> Broken =>
    [
        .. _loaded.Value.Suite?.Library.BrokenScenarios ?? new Dictionary<string, IReadOnlyList<ScenarioProblem>>(),
        .. _loaded.Value.Problems.Count == 0 ? [] : (KeyValuePair<string, IReadOnlyList<ScenarioProblem>>[])[new("fixtures", _loaded.Value.Problems)],
    ];

    private Suite Suite => _loaded.Value.Suite
        ?? throw new InvalidOperationException("Nothing can be played: the test named \"fixtures\" says what is wrong with the files.");

    /// <summary>Plays a case.</summary>
    public async Task<CaseResult> PlayAsync(ScenarioCase scenarioCase, CancellationToken cancellationToken)
    {
        var (_, runner, editor) = _playing.Value;
        var result = await runner.PlayAsync(scenarioCase, cancellationToken);
        lock (editor)
        {
            return editor.Edit(Suite.Known.Apply([result], DateOnly.FromDateTime(DateTime.UtcNow)).Results[0]);
        }
    }

    /// <summary>A result as a failing check tells it.</summary>
    public string Render(CaseResult result) => FailureText.Render(result, Suite.Library.Spec);

    /// <summary>Plays the closing controls, and ends everything; once, whoever asks first.</summary>
    /// <returns>The results that no longer stand.</returns>
    public Task<IReadOnlyList<CaseResult>> EndAsync() => _end ??= EndOnceAsync();

    /// <summary>The files of a result's evidence that a person looks at first.</summary>
    public IEnumerable<string> EvidenceOf(CaseResult result)
    {
        if (result.Evidence is null || result.Verdict is Verdict.Passed or Verdict.Skipped)
        {
            return [];
        }

        var folder = Path.GetFullPath(result.Evidence, Suite.Folders.Root);
        return Directory.Exists(folder)
            ? Directory.GetFiles(folder).Where(file => Path.GetFileName(file) is "transcript.txt" or "page.png" or "trace.zip" || file.EndsWith("-response.xml", StringComparison.Ordinal))
            : [];
    }

    private async Task<IReadOnlyList<CaseResult>> EndOnceAsync()
    {
        if (!_playing.IsValueCreated)
        {
            return [];
        }

        var (setup, runner, editor) = _playing.Value;
        await using (setup)
        await using (runner)
        {
            var results = Suite.Known.Apply(await runner.EndAsync(CancellationToken.None), DateOnly.FromDateTime(DateTime.UtcNow)).Results;
            return [.. results.Where(result => result.Known is null).Select(editor.Edit)];
        }
    }

    private static string EvidenceDirectory(Suite suite)
    {
        var directory = Path.Combine(suite.Folders.Root, "artifacts", "test-evidence");
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }

        return directory;
    }

    private static (Suite? Suite, IReadOnlyList<ScenarioProblem> Problems) Load()
    {
        var folders = SuiteFolders.Find(TestContext.CurrentContext.TestDirectory, AppContext.BaseDirectory)
            ?? throw new InvalidOperationException("No folder above the tests holds \"scenarios\" and \"fixtures\".");
        var wrong = new List<SettingsProblem>();
        var file = PlaywrightConfig.Read(folders, wrong);

        // What the test runner was given stands before the file, which it may have read from elsewhere.
        var runner = new SettingsLayer(key => TestContext.Parameters.Get(key) is { Length: > 0 } value ? value : null, key => $"The run setting \"{key}\"");
        var settings = SettingsReader.Read([file, runner, SettingsLayer.Environment(Environment.GetEnvironmentVariable)], wrong);
        var problems = new List<ScenarioProblem>(wrong.Select(problem => new ScenarioProblem(new Location(SuiteFolders.ConfigName, 1, 1), problem.Sentence)));
        var suite = SuiteLoader.Load(folders, settings, folders.Root, problems);
        return (problems.Count > 0 ? null : suite, problems);
    }
}
