using Conformance.Scenarios.Loading;

namespace Conformance.SelfTests.Scenarios;

/// <summary>A folder of scenario files that exists as long as a test.</summary>
internal sealed class ScenarioFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("conformance-").FullName;

    public ScenarioFolder() => Directory.CreateDirectory(Scenarios);

    public string Scenarios => Path.Combine(_root, "scenarios");

    public string Spec => Path.Combine(_root, "fixtures", "spec");

    public ScenarioFolder With(string name, string text)
    {
        var path = PathOf(name);
        File.WriteAllText(path, text);
        return this;
    }

    public ScenarioFolder With(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return this;
    }

    public LoadedScenarios Load(ScenarioVocabulary? vocabulary = null) =>
        ScenarioLibrary.Load(Scenarios, Directory.Exists(Spec) ? Spec : null, vocabulary ?? ScenarioVocabulary.Permissive);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    public string PathOf(string name)
    {
        var path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
