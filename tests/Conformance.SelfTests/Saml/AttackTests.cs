using Conformance.Saml.Forging;
using Conformance.Saml.Messages;
using Conformance.Saml.Tamperings;
using NUnit.Framework;

namespace Conformance.SelfTests.Saml;

/// <summary>Every variant of every attack is potent in every signing place, or says why it cannot be.</summary>
public sealed class AttackTests
{
    private static readonly string[] Elsewhere =
    [
        "set", "append", "remove", "add", "duplicate", "move", "rename", "forge", "strip-signature", "sign-with",
        "corrupt-signature", "corrupt-digest", "signature-method", "digest-method", "canonicalization-method",
        "wrap-signature", "wrap-logout", "logout-beside-signed", "deliver", "encode", "corrupt-ciphertext", "encrypt-for", "encrypt-forged", "plain-beside-encrypted", "swell",
    ];

    private static IEnumerable<string> Attacks() =>
        TamperingCatalogue.All.Select(entry => entry.Name).Where(name => !Elsewhere.Contains(name));

    [Test]
    public void Every_variant_is_potent_or_refused(
        [ValueSource(nameof(Attacks))] string name,
        [Values(SignedParts.Assertion, SignedParts.Response, SignedParts.Both)] SignedParts parts,
        [Values(0, 1)] int style)
    {
        var description = TamperingCatalogue.All.Single(entry => entry.Name == name);
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var refused = new HashSet<string>();
        foreach (var arguments in Variants(description))
        {
            var which = string.Join(' ', arguments.Select(entry => $"{entry.Key}={entry.Value}"));
            try
            {
                var tampering = TamperingCatalogue.Create(name, arguments);
                var draft = Sample.Draft(parts, style == 0
                    ? null
                    : new XmlStyle { AssertionPrefix = "", SignaturePrefix = "", NamespacesOnRoot = true });
                var message = ResponseForge.Forge(Sample.Context(draft), [], [tampering]);
                Assert.That(message.Potency.IsPotent, Is.True, () => $"{which}: {message.Potency}");
                Assert.That(message.Xml, Is.Not.EqualTo(message.BaselineXml), which);
                var twin = Convert.ToBase64String(message.Xml) + (message.Http is null ? "" : string.Join('&', message.Form));
                Assert.That(seen.TryAdd(twin, which), Is.True, () => $"{which} equals {seen[twin]}");
            }
            catch (TamperingException error)
            {
                refused.Add(error.Message);
            }
        }

        TestContext.Out.WriteLine($"{seen.Count} variants of {name}; refused: {string.Join(" | ", refused)}");
        Assert.That(seen.Count + refused.Count, Is.Positive);
    }

    [Test]
    public void Every_variant_around_encryption_is_potent(
        [Values("encrypt-forged", "plain-beside-encrypted", "corrupt-ciphertext", "encrypt-for")] string name,
        [Values(SignedParts.Assertion, SignedParts.Response, SignedParts.Both)] SignedParts parts,
        [Values] EncryptionOrder order)
    {
        var description = TamperingCatalogue.All.Single(entry => entry.Name == name);
        var draft = Sample.Draft(parts) with
        {
            Encryption = new EncryptionPlan(Sample.SpKey.Certificate) { Order = order },
        };
        foreach (var arguments in Variants(description))
        {
            if (name == "encrypt-for")
            {
                arguments["key"] = "stranger";
            }

            var tampering = TamperingCatalogue.Create(name, arguments);
            var message = ResponseForge.Forge(Sample.Context(draft), [], [tampering]);
            Assert.That(message.Potency.IsPotent, Is.True, () => message.Potency.ToString());
            Assert.That(System.Text.Encoding.UTF8.GetString(message.Xml), Does.Contain("EncryptedAssertion"));
        }
    }

    [Test]
    public void Every_swelling_is_as_large_as_was_asked_for([Values("nesting", "attributes", "long-name", "long-text", "base64", "deflated")] string by)
    {
        var honest = ResponseForge.Forge(Sample.Context());

        var message = ResponseForge.Forge(
            Sample.Context(), [], [TamperingCatalogue.Create("swell", new Dictionary<string, object?> { ["by"] = by, ["size"] = "20000" })]);

        Assert.That(message.Potency.IsPotent, Is.True, () => message.Potency.ToString());
        Assert.That(message.Form[0].Value, by == "deflated" ? Has.Length.LessThan(honest.Form[0].Value.Length) : Has.Length.GreaterThan(20000));
    }

    [Test]
    public void Every_delivery_differs([Values("encode", "deliver")] string name)
    {
        var description = TamperingCatalogue.All.Single(entry => entry.Name == name);
        var seen = new HashSet<string>();
        var honest = ResponseForge.Forge(Sample.Context());
        seen.Add(string.Join('&', honest.Form));
        foreach (var arguments in Variants(description))
        {
            var message = ResponseForge.Forge(Sample.Context(), [], [TamperingCatalogue.Create(name, arguments)]);
            Assert.That(message.Potency.IsPotent, Is.True, () => message.Potency.ToString());
            var http = message.Http is null ? "" : $"{message.Http.Method} {message.Http.InQuery} {message.Http.ContentType} {message.Http.Body?.Length}";
            Assert.That(seen.Add(string.Join('&', message.Form) + http), Is.True, string.Join(' ', arguments.Values));
        }
    }

    [Test]
    public void The_idp_itself_may_choose_an_encoding()
    {
        var message = ResponseForge.Forge(Sample.Context(), [TamperingCatalogue.Create("encode", "utf-16")], []);
        Assert.That(message.Potency.IsPotent, Is.True, () => message.Potency.ToString());
        Assert.That(message.Xml[0], Is.EqualTo(0xFF));
    }

    internal static IEnumerable<Dictionary<string, object?>> Variants(TamperingDescription description)
    {
        IEnumerable<Dictionary<string, object?>> all = [new(StringComparer.Ordinal)];
        foreach (var parameter in description.Parameters.Where(known => known.AllowedValues is not null))
        {
            all = all.SelectMany(arguments => parameter.AllowedValues!.Where(value => value != "default")
                .Select(value => new Dictionary<string, object?>(arguments, StringComparer.Ordinal)
                {
                    [parameter.Name] = value,
                }));
        }

        return all;
    }
}
