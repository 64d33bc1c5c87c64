using Conformance.Saml.Forging;
using Conformance.SelfTests.Saml;
using NUnit.Framework;

namespace Conformance.SelfTests.IdentityProvider;

/// <summary>What each identity provider sends about anybody is SAML by the schemas, and signed by another program's measure too.</summary>
[CancelAfter(60_000)]
internal sealed class BaselineTests
{
    private static IEnumerable<string> Looks() => IdpBench.Library.IdentityProviders.Keys.Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Looks))]
    public async Task An_honest_answer_fits_the_schema(string look)
    {
        Schema.Require();
        await using var bench = await IdpBench.StartAsync(look);
        foreach (var name in IdpBench.Library.People.Keys)
        {
            var (code, error) = Schema.Validate(Answer(bench, name).Xml);
            Assert.That(code, Is.Zero, () => $"{look} about {name}: {error}");
        }
    }

    [TestCaseSource(nameof(Looks))]
    public async Task An_honest_answer_verifies(string look)
    {
        await using var bench = await IdpBench.StartAsync(look);
        var draft = bench.Idp.DraftFor(null, bench.Application, bench.Alice);
        SignatureTests.AssertXmlsecVerifies(Answer(bench, "alice").Xml, draft.Signing.Key);
    }

    private static ForgedResponse Answer(IdpBench bench, string person) =>
        ResponseForge.Forge(Sample.Context(bench.Idp.DraftFor(null, bench.Application, bench.Person(person))));
}
