using Conformance.Player.Benches;
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

    [TestCase("Token: {0}")]
    [TestCase("Authorization: Bearer {0}")]
    [TestCase("GET https://sp.example/scim/v2/Users?access_token={0}&count=1")]
    [TestCase("{{\"token\":\"{0}\"}}")]
    [TestCase("the page shows {0}.")]
    public void Knows_the_tokens_that_a_bench_makes_wherever_they_stand(string text)
    {
        var token = BenchToken.Make();
        foreach (var shown in new[] { token, $"{token}-dialpad-jumpcloud-scim" })
        {
            Assert.That(
                new Redaction([]).Apply(string.Format(System.Globalization.CultureInfo.InvariantCulture, text, shown)),
                Is.EqualTo(string.Format(System.Globalization.CultureInfo.InvariantCulture, text, Redaction.Mark)));
        }
    }

    [Test]
    public async Task Knows_the_tokens_of_a_running_bench()
    {
        await using var bench = await Bench.StartAsync(SharedRehearsal.Instance.Bench(new Benchmarks.Rehearsals.Staging()), 0, CancellationToken.None);

        foreach (var token in new[] { bench.ScimTokenOf("dialpad-jumpcloud-scim"), bench.ScimServer.Token })
        {
            Assert.That(new Redaction([]).Apply($"the token {token} in a sentence"), Is.EqualTo("the token [redacted] in a sentence"));
        }
    }

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
