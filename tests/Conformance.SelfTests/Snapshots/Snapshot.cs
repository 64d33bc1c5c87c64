using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace Conformance.SelfTests.Snapshots;

/// <summary>Compares a text with the file <c>Class.Test.verified.EXTENSION</c> beside the test. <c>UPDATE_VERIFIED=1</c> writes the file anew, to be read before it is committed.</summary>
internal static class Snapshot
{
    public static void Matches(string actual, string extension, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(file)}.{test}";
        var directory = Path.GetDirectoryName(file)!;
        var verified = Path.Combine(directory, $"{name}.verified.{extension}");
        var received = Path.Combine(directory, $"{name}.received.{extension}");
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_VERIFIED") == "1")
        {
            File.WriteAllText(verified, text);
            return;
        }

        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : string.Empty;
        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.That(text, Is.EqualTo(expected), $"The text is not that of {Path.GetFileName(verified)}; what came lies beside it. UPDATE_VERIFIED=1 takes it over.");
    }
}
