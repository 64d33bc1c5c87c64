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
        var settings = new VerifySettings();
        settings.UseDirectory(path.Directory);
        settings.UseFileName(path.Name);
        if (Snapshot.TakesOver)
        {
            settings.AutoVerify();
        }

        await Verifier.Verify(text, path.Extension, settings, file);
    }
}
