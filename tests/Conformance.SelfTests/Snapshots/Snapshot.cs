using System.Runtime.CompilerServices;

namespace Conformance.SelfTests.Snapshots;

/// <summary>
/// Compares a text with the file <c>Class.Test.verified.EXTENSION</c> beside the test; on a difference <c>Class.Test.received.EXTENSION</c>
/// lies beside it. <c>UPDATE_VERIFIED=1</c> writes the file anew, to be read before it is committed.
/// </summary>
internal static class Snapshot
{
    /// <summary>Whether differences are taken over.</summary>
    public static bool TakesOver => Environment.GetEnvironmentVariable("UPDATE_VERIFIED") == "1";

    public static Task MatchesAsync(string actual, string extension, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var path = new SnapshotPath(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{test}", extension);
        return MatchesAsync(Scrubber.Scrub(actual.ReplaceLineEndings("\n")), path, file);
    }

    /// <summary>Compares a text, as it is, with a file that lies elsewhere.</summary>
    public static Task MatchesAsync(string actual, SnapshotPath path, [CallerFilePath] string file = "")
    {
        var text = actual.TrimEnd('\n') + "\n";
#if FULL_PACKAGES
        return WithVerify.VerifiedSnapshot.CompareAsync(text, path, file);
#else
        return FileSnapshot.CompareAsync(text, path);
#endif
    }
}
