using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Loading.Yaml;

/// <summary>A file read strictly: one document, no anchors, tags, merge keys or directives, no key twice, no tabs before a line.</summary>
public sealed record YamlFile
{
    /// <summary>The largest file that is read at all.</summary>
    public const int LargestSize = 1024 * 1024;

    /// <summary>The file as problems call it.</summary>
    public required string Name { get; init; }

    /// <summary>What the file holds; <c>null</c> when it could not be read as a whole, and then there are problems.</summary>
    public YamlNode? Root { get; init; }

    /// <summary>What is wrong with the file as YAML.</summary>
    public required IReadOnlyList<ScenarioProblem> Problems { get; init; }

    /// <summary>Where the file begins.</summary>
    public Location Start => new(Name, 1, 1);

    /// <summary>Reads a file; never throws for what the file holds, or because it is not there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownAs">How problems call it; <c>null</c>: the path with forward slashes.</param>
    public static YamlFile Read(string path, string? shownAs = null)
    {
        var name = shownAs ?? path.Replace('\\', '/');
        var problems = new List<ScenarioProblem>();
        return FileText.Read(path, new Location(name, 1, 1), problems) is { } text
            ? Parse(text, name)
            : new YamlFile { Name = name, Problems = problems };
    }

    /// <summary>Reads a text as if it stood in a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">How problems call it.</param>
    public static YamlFile Parse(string text, string name)
    {
        var problems = new List<ScenarioProblem>();
        FileText.Check(text, name, problems);
        var root = problems.Count == 0 ? new YamlTreeBuilder(name, problems).Build(text) : null;
        return new YamlFile { Name = name, Root = root, Problems = problems };
    }
}
