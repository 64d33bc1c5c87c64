using Conformance.Saml.Forging;
using Conformance.Saml.Messages;
using Conformance.Saml.Tamperings;
using NUnit.Framework;

namespace Conformance.SelfTests.Saml;

/// <summary>Every change to a signature is one, in every signing place.</summary>
public sealed class SignatureEditTests
{
    private static IEnumerable<TestCaseData> Cases()
    {
        string[] names = ["strip-signature", "corrupt-signature", "corrupt-digest", "sign-with", "signature-method", "forge"];
        foreach (var description in TamperingCatalogue.All.Where(entry => names.Contains(entry.Name)))
        {
            foreach (var parameter in description.Parameters.Where(known => known.AllowedValues is not null))
            {
                foreach (var value in parameter.AllowedValues!.Where(word => word is not ("used" or "default")))
                {
                    var argument = new Dictionary<string, object?> { [parameter.Name] = value };
                    argument.TryAdd("key", "stranger");
                    argument.TryAdd("uri", "none");
                    argument.TryAdd("how", "named");
                    foreach (var extra in argument.Keys.Where(key => description.Parameters.All(known => known.Name != key)).ToList())
                    {
                        argument.Remove(extra);
                    }

                    if (description.Name is "corrupt-signature" or "corrupt-digest" && parameter.Name != "how")
                    {
                        argument.Remove("how");
                    }

                    if (parameter.Name == "resigned")
                    {
                        argument["of"] = "assertion";
                    }

                    yield return new TestCaseData(description.Name, argument)
                        .SetArgDisplayNames(description.Name, parameter.Name, value);
                }
            }
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void A_signature_edit_is_potent(string name, Dictionary<string, object?> argument)
    {
        var tampering = TamperingCatalogue.Create(name, argument);
        var message = ResponseForge.Forge(Sample.Context(Sample.Draft(SignedParts.Both)), [], [tampering]);
        Assert.That(message.Potency.IsPotent, Is.True, message.Potency.ToString());
        Assert.That(message.Xml, Is.Not.EqualTo(message.BaselineXml));
    }

    [TestCase("stranger")]
    [TestCase("lookalike")]
    public void A_strangers_signature_is_a_good_one(string key)
    {
        var tampering = TamperingCatalogue.Create("sign-with", key);
        var message = ResponseForge.Forge(Sample.Context(Sample.Draft(SignedParts.Both)), [], [tampering]);
        Assert.That(message.Potency.IsPotent, Is.True, message.Potency.ToString());
        Assert.That(() => SignatureTests.AssertPlatformVerifies(message.Xml), Throws.InstanceOf<AssertionException>());
    }

    [Test]
    public void An_algorithm_that_is_really_used_verifies()
    {
        var tampering = TamperingCatalogue.Create("signature-method", "rsa-sha1");
        var message = ResponseForge.Forge(Sample.Context(Sample.Draft(SignedParts.Both)), [tampering], []);
        Assert.That(message.Potency.IsPotent, Is.True, message.Potency.ToString());
        SignatureTests.AssertPlatformVerifies(message.Xml);
    }
}
