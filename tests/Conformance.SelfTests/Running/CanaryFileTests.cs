using Conformance.Player.Playing;
using NUnit.Framework;

namespace Conformance.SelfTests.Running;

/// <summary>That a file was read is seen before anything is said about it.</summary>
[CancelAfter(30_000)]
internal sealed class CanaryFileTests
{
    [Test]
    public async Task Who_reads_it_is_seen(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("Only Linux tells of files that are read.");
        }

        using var canary = new CanaryFile("f0123");
        await canary.SettleAsync(cancellationToken);
        Assert.That(canary.Reads, Is.Zero, "before anybody read it");

        for (var round = 1; round <= 50; round++)
        {
            Assert.That(await File.ReadAllTextAsync(canary.Path, cancellationToken), Is.EqualTo("f0123"));
            await canary.SettleAsync(cancellationToken);
            Assert.That(canary.Reads, Is.GreaterThanOrEqualTo(round));
        }
    }

    [Test]
    public void It_goes_away_with_the_run()
    {
        string path;
        using (var canary = new CanaryFile("f0123"))
        {
            path = canary.Path;
        }

        Assert.That(Path.GetDirectoryName(path), Does.Not.Exist);
    }
}
