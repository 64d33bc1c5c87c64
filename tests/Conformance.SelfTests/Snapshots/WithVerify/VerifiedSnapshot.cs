using DiffEngine;
using VerifyNUnit;
using VerifyTests;

namespace Conformance.SelfTests.Snapshots.WithVerify;

/// <summary>The comparison by Verify, over the same files.</summary>
internal static class VerifiedSnapshot
{
    static VerifiedSnapshot()
    {
        // A difference is read in the two files; a test run opens no windows.
        DiffRunner.Disabled = true;
        VerifierSettings.UseUtf8NoBom();
        VerifierSettings.FixNewlinesOnRead();
        VerifierSettings.DontScrubProjectDirectory();
        VerifierSettings.DontScrubSolutionDirectory();
    }

    public static async Task CompareAsync(string text, SnapshotPath path, string file)
    {
        if (!path.HasNameOfItsOwn)
        {
            await VerifyAsync(text, path, file);
            return;
        }

        // Verify names its files itself, so it is handed a copy.
        var folder = Directory.CreateTempSubdirectory("conformance-snapshot-");
        var copy = new SnapshotPath(folder.FullName, path.Name, path.Extension);
        Copy(path.Verified, copy.Verified);
        File.Delete(path.Received);
        try
        {
            await VerifyAsync(text, copy, file);
        }
        finally
        {
            if (Snapshot.TakesOver)
            {
                Copy(copy.Verified, path.Verified);
            }

            Copy(copy.Received, path.Received);
            folder.Delete(recursive: true);
        }
    }

    private static async Task VerifyAsync(string text, SnapshotPath path, string file)
    {
        var settings = new VerifySettings();
        settings.UseDirectory(path.Directory);
        settings.UseFileName(path.Name);
        if (Snapshot.TakesOver)
        {
            settings.AutoVerify();
        }

        await Verifier.Verify(text, path.Extension, settings, file);
    }

    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Copy(from, to, overwrite: true);
        }
    }
}
