using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Loading;

/// <summary>Finds the scenario files below a folder.</summary>
internal static class ScenarioFiles
{
    private const string Extension = ".yaml";

    /// <summary>The files, in ordinal order of their addresses; what looks like one and cannot be is reported.</summary>
    public static IReadOnlyList<(string Address, string Path, string ShownAs)> Find(string directory, string shownAs, ICollection<ScenarioProblem> problems)
    {
        var found = new List<(string Address, string Path, string ShownAs)>();
        Search(new DirectoryInfo(directory), string.Empty);
        return [.. found.OrderBy(file => file.Address, StringComparer.Ordinal)];

        void Search(DirectoryInfo folder, string prefix)
        {
            foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !entry.Name.StartsWith('.')))
            {
                var name = prefix + entry.Name;
                var start = new Location($"{shownAs}/{name}", 1, 1);
                if (entry.LinkTarget is not null)
                {
                    // A link would give one scenario two addresses, and one to a folder above would never end.
                    problems.Report(start, "This is a symbolic link, and addresses are paths. Put the file itself here.");
                }
                else if (entry is DirectoryInfo inner)
                {
                    Search(inner, name + "/");
                }
                else if (entry.Extension == Extension)
                {
                    found.Add((name[..^Extension.Length], entry.FullName, start.File));
                }
                else if (entry.Extension.ToUpperInvariant() is ".YAML" or ".YML")
                {
                    problems.Report(start, $"The file ends in \"{entry.Extension}\", so it is not read. Rename it: \".yaml\".");
                }
            }
        }
    }

    /// <summary>How messages call a folder: as given where that is relative, else from the folder above it.</summary>
    public static string Shown(string directory)
    {
        var given = directory.Replace('\\', '/').TrimEnd('/');
        return Path.IsPathRooted(directory) ? Path.GetFileName(given) : given.StartsWith("./", StringComparison.Ordinal) ? given[2..] : given;
    }
}
