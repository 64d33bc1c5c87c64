using System.Diagnostics;
using Conformance.Saml.Forging;
using Conformance.Saml.Tamperings;
using NUnit.Framework;

namespace Conformance.SelfTests.Saml;

/// <summary>What one message costs. The bounds are wide; the figures are printed.</summary>
public sealed class TimingTests
{
    [Test]
    public void Forging_and_proving_are_fast()
    {
        var tampering = TamperingCatalogue.Create(
            "wrap-signature", new Dictionary<string, object?> { ["genuine-at"] = "response-extensions" });
        var forge = Measure(() => ResponseForge.Forge(Sample.Context()));
        var wrap = Measure(() => ResponseForge.Forge(Sample.Context(), [], [tampering]));
        var prove = Measure(() => _ = ResponseForge.Forge(Sample.Context(), [], [tampering]).Potency);
        var sign = Measure(() => Sample.IdpKey.Rsa!.SignData(
            [1], System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1));
        var document = ExactXml.Read(System.Text.Encoding.UTF8.GetString(ResponseForge.Forge(Sample.Context()).Xml));
        var canonical = Measure(() => new Conformance.Saml.Canonicalization.Canonicalizer(true, false).Canonicalize(document));
        var write = Measure(() => ExactXml.Write(document));
        var draft = Measure(() => ResponseWriter.Write(Sample.Draft()));
        TestContext.Out.WriteLine($"canonical {canonical:0.00} ms, write {write:0.00} ms, draft {draft:0.00} ms");
        TestContext.Out.WriteLine($"RSA {sign:0.00} ms, honest {forge:0.00} ms, wrapped {wrap:0.00} ms, with its proof {prove:0.00} ms");
        Assert.That(prove, Is.LessThan(50));
    }

    private static double Measure(Action act)
    {
        for (var warm = 0; warm < 60; warm++)
        {
            act();
        }

        var watch = Stopwatch.StartNew();
        for (var count = 0; count < 100; count++)
        {
            act();
        }

        return watch.Elapsed.TotalMilliseconds / 100;
    }
}
