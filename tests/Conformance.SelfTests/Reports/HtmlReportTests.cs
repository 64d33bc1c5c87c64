using System.Xml.Linq;
using Conformance.Player.Reports;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports;

[TestFixture]
public sealed class HtmlReportTests
{
    private static readonly string[] _loading = ["script", "link", "img", "iframe", "object", "embed", "source", "video", "audio", "base"];

    private static IEnumerable<TestCaseData> Runs() =>
    [
        new TestCaseData(SampleRun.Mixed).SetArgDisplayNames("mixed"),
        new TestCaseData(SampleRun.Green).SetArgDisplayNames("green"),
        new TestCaseData(SampleRun.Stopped).SetArgDisplayNames("stopped"),
    ];

    [TestCaseSource(nameof(Runs))]
    public void Is_well_formed(FinishedRun run) => Assert.That(() => Parse(run), Throws.Nothing);

    [TestCaseSource(nameof(Runs))]
    public void Loads_nothing(FinishedRun run)
    {
        var addresses = Parse(run).Descendants()
            .Where(element => _loading.Contains(element.Name.LocalName))
            .Attributes().Where(attribute => attribute.Name.LocalName is "src" or "href" or "srcset" or "data")
            .Where(attribute => !attribute.Value.StartsWith("data:", StringComparison.Ordinal));

        Assert.That(addresses, Is.Empty);
        Assert.That(HtmlReport.Write(run), Does.Not.Contain("@import").And.Not.Contain("url("));
    }

    [Test]
    public void Shows_what_a_page_said_as_text()
    {
        var page = HtmlReport.Write(SampleRun.Mixed);

        Assert.That(page, Does.Not.Contain("<script>alert"));
        Assert.That(Parse(SampleRun.Mixed).Descendants("script").Count(), Is.EqualTo(1));
    }

    [Test]
    public void Shows_failures_before_all_else()
    {
        var articles = Parse(SampleRun.Mixed).Descendants("article").Select(article => article.Attribute("id")!.Value);

        Assert.That(articles, Is.EqualTo(new[] { "saml/attack/wrapping/xsw3", "saml/response/destination", "saml/response/expired", "saml/response/noise" }));
    }

    [Test]
    public void Tells_clause_and_repair() =>
        Assert.That(HtmlReport.Write(SampleRun.Mixed), Does.Contain("The service provider MUST verify the signatures.").And.Contain("Read only the element that was verified."));

    private static XElement Parse(FinishedRun run) => XDocument.Parse(HtmlReport.Write(run)).Root!;
}
