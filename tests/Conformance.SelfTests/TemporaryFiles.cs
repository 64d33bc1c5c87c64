using NUnit.Framework;

namespace Conformance.SelfTests;

/// <summary>Files that programs of other people read; they are gone when the tests have ended.</summary>
[SetUpFixture]
internal sealed class TemporaryFiles
{
    private static readonly Lazy<DirectoryInfo> Folder = new(() => Directory.CreateTempSubdirectory("conformance-files-"));
    private static int _written;

    /// <returns>The path.</returns>
    public static string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder.Value.FullName, $"{Interlocked.Increment(ref _written)}-{name}");
        File.WriteAllBytes(path, content);
        return path;
    }

    [OneTimeTearDown]
    public void Remove()
    {
        if (Folder.IsValueCreated)
        {
            Folder.Value.Delete(recursive: true);
        }
    }
}
