using Conformance.Player.Reports;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports;

[TestFixture]
public sealed class ReportDirectoryTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("conformance-report-");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public void Replaces_an_earlier_report_with_its_evidence()
    {
        var first = ReportDirectory.Prepare(_folder.FullName, out _)!;
        Directory.CreateDirectory(Path.Combine(first.Evidence, "saml"));
        File.WriteAllText(first.Json, "{}");

        var second = ReportDirectory.Prepare(_folder.FullName, out var problem);

        Assert.That(problem, Is.Empty);
        Assert.That(File.Exists(second!.Json) || Directory.Exists(second.Evidence), Is.False);
    }

    [Test]
    public void Deletes_nothing_that_is_not_its_own()
    {
        var other = Path.Combine(_folder.FullName, "index.html");
        File.WriteAllText(other, "somebody's page");

        var directory = ReportDirectory.Prepare(_folder.FullName, out var problem);

        Assert.Multiple(() =>
        {
            Assert.That(directory, Is.Null);
            Assert.That(problem, Does.Contain("holds something else"));
            Assert.That(File.ReadAllText(other), Is.EqualTo("somebody's page"));
        });
    }

    [Test]
    public void Says_that_a_file_is_no_folder()
    {
        var file = Path.Combine(_folder.FullName, "report");
        File.WriteAllText(file, string.Empty);

        Assert.That(ReportDirectory.Prepare(file, out var problem), Is.Null);
        Assert.That(problem, Does.Contain("that is a file"));
    }
}
