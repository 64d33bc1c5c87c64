using NUnit.Framework;

namespace Conformance.SelfTests.Scenarios;

internal sealed class ScenarioLibraryTests
{
    [Test]
    public void Sound_files_have_no_problems()
    {
        using var folder = new ScenarioFolder()
            .With("scenarios/saml/login.yaml", Samples.Login)
            .With("scenarios/saml/response/audience.yaml", Samples.Audience)
            .With("scenarios/saml/attack/wrapping.yaml", Samples.Wrapping);

        var loaded = folder.Load(Samples.Strict);

        Assert.That(loaded.Problems, Is.Empty);
        Assert.That(loaded.Scenarios.Select(scenario => scenario.Address), Is.EqualTo(["saml/attack/wrapping", "saml/login", "saml/response/audience"]));
    }
}
