using Conformance.Saml.Forging;
using Conformance.Saml.Keys;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.SelfTests.Saml;

/// <summary>An honest answer for mallory, who would like to be alice.</summary>
internal static class Sample
{
    public const string SpEntityId = "https://sp.example.test/metadata";
    public const string Acs = "https://sp.example.test/acs";
    public const string Canary = "http://127.0.0.1:9/canary";
    public static readonly TimeProvider Clock = new FixedClock(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
    public static readonly SigningKey IdpKey = SigningKey.CreateRsa("idp", "CN=idp.example.test", 2048, Clock);
    public static readonly SigningKey Stranger = SigningKey.CreateRsa("stranger", "CN=stranger", 2048, Clock);
    public static readonly SigningKey SpKey = SigningKey.CreateRsa("sp", "CN=sp.example.test", 2048, Clock);
    public static readonly SigningKey EcKey = SigningKey.CreateEcdsa("ec", "CN=ec.example.test", Clock);

    public static Forgery Forgery { get; } = new("alice-f0f0@example.test")
    {
        Attributes = new Dictionary<string, IReadOnlyList<string>>
        {
            ["email"] = ["alice-f0f0@example.test"],
            ["displayName"] = ["Alice f0f0"],
        },
        RoleAttribute = "role",
        Role = "admin-f0f0",
    };

    public static ResponseContent Content(int seed = 1)
    {
        var ids = new IdSource(seed);
        var now = Clock.GetUtcNow();
        return new ResponseContent
        {
            ResponseId = ids.Next(),
            AssertionId = ids.Next(),
            IssueInstant = now,
            Issuer = "https://idp.example.test/",
            Destination = Acs,
            InResponseTo = "_request",
            Recipient = Acs,
            Audiences = [SpEntityId],
            NameId = new NameId("mallory@example.test", NameIdFormats.EmailAddress),
            Attributes =
            [
                new SamlAttribute("email", "mallory@example.test"),
                new SamlAttribute("displayName", "Mallory"),
                new SamlAttribute("role", "user"),
            ],
            NotBefore = now.AddMinutes(-5),
            NotOnOrAfter = now.AddMinutes(60),
            ConfirmationNotOnOrAfter = now.AddMinutes(5),
            AuthnInstant = now,
            SessionIndex = "_session",
        };
    }

    public static ResponseDraft Draft(SignedParts parts = SignedParts.Assertion, XmlStyle? style = null, SigningKey? key = null) =>
        new(Content(), style ?? new XmlStyle(), new SigningPlan(parts, key ?? IdpKey));

    public static ForgeContext Context(ResponseDraft? draft = null, ForgeryTarget target = ForgeryTarget.NameId) => new()
    {
        Draft = draft ?? Draft(),
        Clock = Clock,
        Ids = new IdSource(7),
        IdpKey = (draft ?? Draft()).Signing.Key,
        StrangerKey = Stranger,
        Forgery = Forgery with { Target = target },
        CanaryUrl = Canary,
        CanaryPath = "/tmp/canary",
        CanaryContent = "f0canary0",
        RelayState = "state",
    };

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
