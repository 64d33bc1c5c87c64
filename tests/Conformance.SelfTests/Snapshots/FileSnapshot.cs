using NUnit.Framework;

namespace Conformance.SelfTests.Snapshots;

/// <summary>The comparison without any package.</summary>
internal static class FileSnapshot
{
    public static async Task CompareAsync(string text, SnapshotPath path)
    {
        if (Snapshot.TakesOver)
        {
            await File.WriteAllTextAsync(path.Verified, text);
            return;
        }

        var expected = File.Exists(path.Verified) ? (await File.ReadAllTextAsync(path.Verified)).ReplaceLineEndings("\n") : string.Empty;
        if (text == expected)
        {
            File.Delete(path.Received);
            return;
        }

        await File.WriteAllTextAsync(path.Received, text);
        Assert.That(text, Is.EqualTo(expected), $"The text is not that of {Path.GetFileName(path.Verified)}; what came lies beside it. UPDATE_VERIFIED=1 takes it over.");
    }
}
