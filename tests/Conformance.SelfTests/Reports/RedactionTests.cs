using Conformance.Player.Reports;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports;

[TestFixture]
public sealed class RedactionTests
{
    [TestCase("typed violet-harbour-92 twice: violet-harbour-92", "typed [redacted] twice: [redacted]")]
    [TestCase("Authorization: Bearer abc.DEF-123", "Authorization: Bearer [redacted]")]
    [TestCase("Set-Cookie: sid=0123456789; Path=/", "Set-Cookie: sid=[redacted]; Path=/")]
    [TestCase("password=p%26ss%20word1&x=1", "password=[redacted]&x=1")]
    [TestCase("-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----", "[redacted]")]
    [TestCase("the bearer confirmation", "the bearer confirmation")]
    [TestCase("a page that says \u001b[31mred", "a page that says \\u001b[31mred")]
    public void Takes_secrets_out_by_their_values(string text, string expected) =>
        Assert.That(new Redaction([SampleRun.Password, "p&ss word1"]).Apply(text), Is.EqualTo(expected));

    [Test]
    public void Knows_the_cookies_of_evidence()
    {
        var folder = Directory.CreateTempSubdirectory("conformance-cookies-");
        File.WriteAllText(Path.Combine(folder.FullName, "cookies.json"), """[{ "Name": "sid", "Value": "0a1b2c3d4e5f" }]""");

        var redaction = new Redaction([]).With(folder.FullName);

        folder.Delete(recursive: true);
        Assert.That(redaction.Apply("the session 0a1b2c3d4e5f"), Is.EqualTo("the session [redacted]"));
    }

    [Test]
    public void Knows_what_was_copied_in_evidence()
    {
        var folder = Directory.CreateTempSubdirectory("conformance-copied-");
        File.WriteAllText(Path.Combine(folder.FullName, "copied.json"), """["key_0a1b2c3d"]""");

        var redaction = new Redaction([]).With(folder.FullName);

        folder.Delete(recursive: true);
        Assert.That(redaction.Apply("the key key_0a1b2c3d"), Is.EqualTo("the key [redacted]"));
    }

    [Test]
    public void Reaches_every_report()
    {
        var secret = SampleRun.Mixed with
        {
            Results = [.. SampleRun.Mixed.Results.Select(result => SampleRun.Mixed.Redaction.Apply(result with { Actual = $"typed {SampleRun.Password}", Detail = $"cookie session-cookie-value" }))],
        };

        foreach (var text in new[] { HtmlReport.Write(secret), ResultsJson.Write(secret), JUnitXml.Write(secret) })
        {
            Assert.That(text, Does.Not.Contain(SampleRun.Password).And.Not.Contain("session-cookie-value"));
        }
    }
}
