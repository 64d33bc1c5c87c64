using Conformance.Benchmarks.Rehearsals;
using Conformance.Player.Running;
using NUnit.Framework;

namespace Conformance.SelfTests.Running;

/// <summary>Which cases take the browser unless one is told otherwise.</summary>
internal sealed class BrowserChoiceTests
{
    private const string WithCases = "integrations/dialpad-jumpcloud/certificate-broken";

    [Test]
    public void Of_the_embedded_one_the_first_case_of_a_person() =>
        Assert.That(Chosen("reference", WithCases), Is.EqualTo(new[] { true, false, false }));

    [Test]
    public void Of_any_other_every_case_of_a_person() =>
        Assert.That(Chosen("mod-auth-mellon", WithCases), Is.EqualTo(new[] { true, true, true }));

    [TestCase("reference")]
    [TestCase("mod-auth-mellon")]
    public void No_case_that_only_varies_the_message(string target) =>
        Assert.That(Chosen(target, "saml/response/expired"), Is.Not.Empty.And.All.False);

    private static bool[] Chosen(string target, string address)
    {
        var file = Rehearsal.ReadTarget(Repository.At("fixtures", "service-providers", $"{target}.yaml"));
        return [.. SharedRehearsal.Instance.Cases(address).Select(scenarioCase => CaseNeeds.GoesToBrowser(scenarioCase, file))];
    }
}
