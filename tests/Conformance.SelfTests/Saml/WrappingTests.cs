using Conformance.Saml.Forging;
using Conformance.Saml.Messages;
using Conformance.Saml.Tamperings;
using NUnit.Framework;

namespace Conformance.SelfTests.Saml;

/// <summary>Every wrapping that can be is potent; those that cannot be say why.</summary>
public sealed class WrappingTests
{
    private static readonly TamperingDescription Wrap =
        TamperingCatalogue.All.Single(entry => entry.Name == "wrap-signature");

    private static readonly HashSet<string> Seen = [];

    private static IEnumerable<string> Values(string parameter) =>
        Wrap.Parameters.Single(known => known.Name == parameter).AllowedValues!.Where(value => value != "default");

    [Test]
    public void The_product_is_potent_or_refused(
        [Values(SignedParts.Assertion, SignedParts.Response, SignedParts.Both)] SignedParts parts,
        [ValueSource(nameof(SignaturePlaces))] string signatureAt,
        [ValueSource(nameof(GenuinePlaces))] string genuineAt)
    {
        foreach (var forgedId in Values("forged-id"))
        {
            foreach (var order in Values("order"))
            {
                foreach (var forge in Values("forge"))
                {
                    var tampering = TamperingCatalogue.Create("wrap-signature", new Dictionary<string, object?>
                    {
                        ["signature-at"] = signatureAt,
                        ["genuine-at"] = genuineAt,
                        ["forged-id"] = forgedId,
                        ["order"] = order,
                        ["forge"] = forge,
                    });
                    Check(parts, tampering, $"{forgedId} {order} {forge}");
                }
            }
        }
    }

    [Test]
    public void Xmlsec_verifies_a_wrapped_message(
        [Values("response-extensions", "forged-advice", "forged-subject-confirmation-data", "response-status-detail")]
        string genuineAt, [Values("original", "response-child")] string signatureAt)
    {
        var tampering = TamperingCatalogue.Create("wrap-signature", new Dictionary<string, object?>
        {
            ["signature-at"] = signatureAt,
            ["genuine-at"] = genuineAt,
        });
        var message = ResponseForge.Forge(Sample.Context(), [], [tampering]);
        SignatureTests.AssertXmlsecVerifies(message.Xml, Sample.IdpKey);
    }

    private static void Check(SignedParts parts, Tampering tampering, string which)
    {
        try
        {
            var message = ResponseForge.Forge(Sample.Context(Sample.Draft(parts)), [], [tampering]);
            Assert.That(message.Potency.IsPotent, Is.True, () => $"{which}: {message.Potency}");
            Assert.That(message.ForgedMarkers, Is.Not.Empty);
            lock (Seen)
            {
                Assert.That(Seen.Add(Convert.ToBase64String(message.Xml)), Is.True, $"{which} was there before");
            }
        }
        catch (TamperingException error)
        {
            Assert.That(error.Message, Does.StartWith("this wrapping cannot be"));
        }
    }

    private static IEnumerable<string> SignaturePlaces() => Values("signature-at");

    private static IEnumerable<string> GenuinePlaces() => Values("genuine-at");
}
