using Conformance.Saml.Bindings;
using Conformance.Saml.Forging;
using Conformance.Saml.Messages;
using Conformance.Saml.Tamperings;
using NUnit.Framework;

namespace Conformance.SelfTests.Saml;

/// <summary>Every variant of the attacks by logout messages is what it claims to be, or says why it cannot be.</summary>
public sealed class LogoutAttackTests
{
    private const string Victim = "alice@sp.example";

    [Test]
    public void Every_variant_is_potent_or_refused([Values("wrap-logout", "logout-beside-signed")] string name, [Values] bool byRedirect, [Values] bool isRequest)
    {
        var description = TamperingCatalogue.All.Single(entry => entry.Name == name);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var arguments in AttackTests.Variants(description))
        {
            try
            {
                var message = LogoutForge.Forge(Draft(byRedirect, isRequest) with { IsSigned = false }, Sample.Context(), [], [TamperingCatalogue.Create(name, arguments)]);
                var which = string.Join(' ', arguments.Values);
                Assert.That(message.Potency.IsPotent, Is.True, () => $"{which}: {message.Potency}");
                Assert.That(seen.Add(string.Join('&', message.Fields) + message.Query), Is.True, which);
            }
            catch (TamperingException error)
            {
                TestContext.Out.WriteLine(error.Message);
            }
        }

        Assert.That(seen, Is.Not.Empty);
    }

    [Test]
    public void A_signed_one_that_is_not_changed_is_no_attack([Values] bool byRedirect)
    {
        var same = TamperingCatalogue.Create("set", new Dictionary<string, object?> { ["NameID"] = Victim });

        var message = LogoutForge.Forge(Draft(byRedirect, isRequest: true), Sample.Context(), [], [same]);

        Assert.That(message.Potency.IsPotent, Is.False);
    }

    [Test]
    public void A_changed_one_is_an_attack([Values] bool byRedirect)
    {
        var other = TamperingCatalogue.Create("set", new Dictionary<string, object?> { ["NameID"] = "bob@sp.example" });

        var message = LogoutForge.Forge(Draft(byRedirect, isRequest: true), Sample.Context(), [], [other]);

        Assert.That(message.Potency.IsPotent, Is.True, message.Potency.ToString);
        Assert.That(message.Xml, Does.Contain("bob@sp.example"));
    }

    [Test]
    public void An_honest_one_by_redirect_verifies()
    {
        var message = LogoutForge.Forge(Draft(byRedirect: true, isRequest: true), Sample.Context(), [], []);

        var read = HttpRedirectBinding.Decode(string.Join('&', message.Fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}")));
        Assert.That(read.Xml, Is.EqualTo(message.Xml));
    }

    private static LogoutDraft Draft(bool byRedirect, bool isRequest) => new(
        new LogoutContent
        {
            Id = "_e0c1b2a3948576",
            IssueInstant = DateTimeOffset.UnixEpoch,
            Issuer = "https://idp.example/saml",
            Destination = "https://sp.example/saml/slo",
            NameId = isRequest ? new NameId(Victim) : null,
            InResponseTo = isRequest ? null : "_0a1b2c3d4e5f",
            StatusCode = isRequest ? null : "urn:oasis:names:tc:SAML:2.0:status:Success",
        },
        Sample.Context().Draft.Signing)
    {
        ByRedirect = byRedirect,
    };
}
