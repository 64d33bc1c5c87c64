using Conformance.Player.Settings;

namespace Conformance.SelfTests.Cli;

/// <summary>A suite of its own in a temporary folder: the repository's fixtures, and the scenarios of the test.</summary>
internal sealed class SuiteCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conformance-suite-");

    public SuiteCopy()
    {
        var repository = SuiteFolders.Find(AppContext.BaseDirectory)!;
        Copy(repository.Fixtures, Path.Combine(Root, "fixtures"));
        Directory.CreateDirectory(Path.Combine(Root, "scenarios"));
        File.Copy(repository.Config, Path.Combine(Root, SuiteFolders.ConfigName));
    }

    public string Root => _folder.FullName;

    public void Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
