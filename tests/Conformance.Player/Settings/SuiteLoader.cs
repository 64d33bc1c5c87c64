using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Fixtures;
using Conformance.Player.Targets;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;
using Conformance.Scenarios.Words;

namespace Conformance.Player.Settings;

/// <summary>Reads all files of a run, gathers every problem of every file, and throws for none.</summary>
public sealed class SuiteLoader
{
    private readonly SuiteFolders _folders;
    private readonly SuiteSettings _settings;
    private readonly string _workingDirectory;
    private readonly List<ScenarioProblem> _problems = [];

    private SuiteLoader(SuiteFolders folders, SuiteSettings settings, string workingDirectory)
    {
        _folders = folders;
        _settings = settings;
        _workingDirectory = workingDirectory;
    }

    /// <summary>Loads a suite.</summary>
    /// <param name="folders">Where its files lie.</param>
    /// <param name="settings">How it is to be run.</param>
    /// <param name="workingDirectory">What paths in the settings are relative to.</param>
    /// <param name="problems">Takes what is wrong in any file but the scenarios' own, which stand in <see cref="Suite.ScenarioProblems"/>.</param>
    /// <returns><c>null</c> when there is neither target nor identity provider to run with.</returns>
    public static Suite? Load(SuiteFolders folders, SuiteSettings settings, string workingDirectory, ICollection<ScenarioProblem> problems)
    {
        var loader = new SuiteLoader(folders, settings, workingDirectory);
        var suite = loader.Load();
        foreach (var problem in loader._problems.Distinct())
        {
            problems.Add(problem);
        }

        return suite;
    }

    private Suite? Load()
    {
        var fixtures = FixtureLibrary.Read(_folders.Fixtures);
        _problems.AddRange(fixtures.Problems);
        var (target, others) = ReadTargets();
        var idp = ReadIdp(fixtures);
        var known = target is null ? others : [target, .. others];
        var library = ScenarioLibrary.Load(_folders.Scenarios, _folders.Spec, SuiteVocabulary.Of(fixtures, known));

        // The catalogue's own problems are in no scenario file: nothing can be run on them.
        var broken = library.BrokenScenarios.Values.SelectMany(own => own).ToHashSet();
        _problems.AddRange(library.Problems.Where(problem => !broken.Contains(problem)));
        var knownFailures = ReadKnownFailures(library);
        CheckIntegrations(target, fixtures);
        return target is null || idp is null ? null : new Suite
        {
            Folders = _folders,
            Settings = _settings,
            Fixtures = fixtures,
            Library = library with { Problems = [.. broken] },
            Target = target,
            Idp = idp,
            Known = knownFailures,
        };
    }

    // All target files are read, because the words of the scenarios come from them; only the one of the run has to be right.
    private (TargetFile? Target, IReadOnlyList<TargetFile> Others) ReadTargets()
    {
        var ignored = new List<ScenarioProblem>();
        var path = FindFile(_settings.Target, _folders.ServiceProviders, "target");
        var target = path is null ? null : TargetReader.Read(path, _problems, _folders.Shown(path));
        var others = Files(_folders.ServiceProviders).Where(file => file != path).Select(file => TargetReader.Read(file, ignored)).OfType<TargetFile>();
        return (target is null ? null : target with { Path = _folders.Shown(target.Path) }, [.. others]);
    }

    private IdentityProviderSettings? ReadIdp(FixtureLibrary fixtures)
    {
        if (fixtures.IdentityProviders.TryGetValue(_settings.Idp, out var known) && !File.Exists(Full(_settings.Idp)))
        {
            return known;
        }

        return FindFile(_settings.Idp, _folders.IdentityProviders, "identity provider") is { } path
            ? FixtureLibrary.ReadIdentityProvider(path, _problems)
            : null;
    }

    private KnownFailures ReadKnownFailures(LoadedScenarios library)
    {
        if (_settings.KnownFailures is not { } written)
        {
            return KnownFailures.None;
        }

        if (!File.Exists(Full(written)))
        {
            Report(written, "There is no such file, and it has to hold the known failures. Correct the path, or leave the setting out.");
            return KnownFailures.None;
        }

        List<string> addresses = [.. library.Cases.Select(scenarioCase => scenarioCase.Address), .. library.BrokenScenarios.Keys];
        return KnownFailures.Read(Full(written), addresses, _problems);
    }

    private void CheckIntegrations(TargetFile? target, FixtureLibrary fixtures)
    {
        foreach (var unknown in target?.Integrations.Where(name => !fixtures.Integrations.ContainsKey(name)) ?? [])
        {
            Report(target!.Path, $"The target claims the integration \"{unknown}\", which is not in fixtures/integrations. {NearestWord.Hint(unknown, fixtures.Integrations.Keys)}");
        }
    }

    // A path, or the bare name of a file that the suite brings along.
    private string? FindFile(string written, string folder, string what)
    {
        var full = Full(written);
        if (File.Exists(full))
        {
            return full;
        }

        var named = new[] { folder, _folders.ProvisioningClients }.Select(place => Path.Combine(place, written + ".yaml")).FirstOrDefault(File.Exists);
        if (!written.Contains('/', StringComparison.Ordinal) && named is not null)
        {
            return named;
        }

        var names = Files(folder).Select(file => Path.GetFileNameWithoutExtension(file)).ToList();
        Report(written, $"There is no such file, and no {what} of that name in {_folders.Shown(folder)}. {NearestWord.Hint(written, names)}");
        return null;
    }

    private void Report(string file, string sentence) => _problems.Add(new ScenarioProblem(new Location(file.Replace('\\', '/'), 1, 1), sentence));

    private string Full(string path) => Path.GetFullPath(path, _workingDirectory);

    private static IReadOnlyList<string> Files(string folder) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)] : [];
}
