using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Fixtures;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;
using Conformance.Scenarios.Loading;
using NUnit.Framework;

namespace Conformance.SelfTests.IdentityProvider;

internal sealed class FixtureTests
{
    private static readonly FixtureLibrary _library = IdpBench.Library;

    [Test]
    public void Every_file_is_in_order() => Assert.That(_library.Problems.Select(problem => problem.ToString()), Is.Empty);

    [Test]
    public void Aircall_is_as_its_article_says()
    {
        var integration = _library.Integrations["aircall-jumpcloud"];
        const string attribute = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";

        Assert.That(integration.Application.EntityId, Is.EqualTo("urn:amazon:cognito:sp:us-west-2_hZkGBmIsz"));
        Assert.That(string.Join(' ', integration.Application.AcsUrls), Is.EqualTo("https://sso.aircall.io/saml2/idpresponse"));
        Assert.That(integration.Application.DeclareRedirectEndpoint, Is.True);
        Assert.That(integration.Application.NameIdFormat, Is.Null);
        Assert.That(integration.Application.Claims, Is.EqualTo(new[] { new ClaimMapping(attribute, "email") }).Using<ClaimMapping>(Same));
        Assert.That(integration.Company.IdpConfiguration, Is.EqualTo(IdpConfigurationForm.Metadata));
        Assert.That(integration.Company.IdpInitiated, Is.False);
    }

    [TestCase("dialpad-jumpcloud", "aerolabs.io")]
    [TestCase("dialpad-jumpcloud-scim", "projectgemma.com")]
    public void Dialpad_is_as_its_articles_say(string slug, string domain)
    {
        var integration = _library.Integrations[slug];

        Assert.That(integration.Application.EntityId, Is.EqualTo($"https://dialpad.com/api/saml/metadata/custom/{domain}"));
        Assert.That(integration.Application.AcsUrls, Is.EqualTo(new[] { $"https://dialpad.com/saml/sso/custom/{domain}" }));
        Assert.That(integration.Application.Issuer, Is.EqualTo("JumpCloud"));
        Assert.That(integration.Application.Segment, Is.EqualTo("dialpad"));
        Assert.That(integration.Company.Certificate, Is.EqualTo(CertificateForm.Bare));
        Assert.That(integration.Company.Domain, Is.EqualTo(domain));
    }

    [Test]
    public void JustCall_is_as_its_articles_say()
    {
        var (jumpCloud, entra) = (_library.Integrations["justcall-jumpcloud"].Application, _library.Integrations["justcall-entra"].Application);

        Assert.That(jumpCloud.NameIdSource, Is.EqualTo("email"));
        Assert.That(jumpCloud.NameIdFormat, Is.EqualTo(NameIdFormats.EmailAddress));
        Assert.That(jumpCloud.SignatureMethod, Is.EqualTo(SignatureAlgorithms.RsaSha256));
        Assert.That(string.Join(' ', jumpCloud.Claims!.Select(claim => $"{claim.Name}<-{claim.Source}")), Is.EqualTo("email<-email firstName<-firstname lastName<-lastname"));
        Assert.That(entra.SignOnUrl, Is.EqualTo("https://app.justcall.io/login"));
        Assert.That(string.Join(' ', entra.Claims!.Select(claim => $"{claim.Name}<-{claim.Source}")), Is.EqualTo("email<-user.mail firstName<-user.givenname lastName<-user.surname"));
    }

    [Test]
    public void Looks_differ_as_known()
    {
        var (jumpCloud, entra) = (_library.IdentityProviders["jumpcloud"], _library.IdentityProviders["entra"]);

        var style = new XmlStyle { AssertionPrefix = "", SignaturePrefix = "", AttributesBeforeAuthn = true };
        Assert.That(entra.Style, Is.EqualTo(style with { ExtraNamespaces = entra.Style.ExtraNamespaces }));
        Assert.That(entra.Signing.Parts, Is.EqualTo(SignedParts.Assertion));
        Assert.That(jumpCloud.NameId.Format, Is.EqualTo(NameIdFormats.Unspecified10));
        Assert.That(jumpCloud.Exports.RedirectEndpointWhenDeclared, Is.True);
        Assert.That(IdpPages.Refusals.Except(entra.Errors.Keys), Is.Empty);
    }

    [Test]
    public async Task Every_integration_signs_alice_in_at_its_identity_provider(
        [Values("aircall-jumpcloud", "justcall-jumpcloud", "dialpad-jumpcloud", "dialpad-jumpcloud-scim", "justcall-entra")] string slug)
    {
        var integration = _library.Integrations[slug];
        await using var bench = await IdpBench.StartAsync(integration.IdentityProvider);
        using var visitor = bench.Visit();
        integration.SetUp(bench.Idp, _library.People);
        var url = bench.Idp.SingleSignOnUrl(integration.Application);
        var xml = Requests.Xml(issuer: integration.Application.EntityId, acs: integration.Application.AcsUrls[0]);
        bench.Idp.GrantAnswer();

        var page = await visitor.OpenAsync($"{url}?{Conformance.Saml.Bindings.HttpRedirectBinding.Encode(xml)}");
        page = await visitor.SignInAsync(page, _library.People["alice"].At(integration.Company.Domain));

        Assert.That(page.Kind, Is.EqualTo(IdpPages.Deliver), page.Html);
        Assert.That(page.Action, Is.EqualTo(integration.Application.AcsUrls[0]));
    }

    [Test]
    public void A_customers_file_says_only_what_is_different()
    {
        using var folder = new TemporaryFolder();
        folder.Write("base.yaml", File.ReadAllText(Path.Combine(RepositoryFiles.Fixtures, "identity-providers/entra.yaml")));
        var path = folder.Write("own.yaml", """
            name: Our own
            based-on: base
            issuer: https://idp.customer.example
            xml: { attribute-value-type: xs:string }
            signing: { sign: both }
            """);
        var problems = new List<ScenarioProblem>();

        var settings = FixtureLibrary.ReadIdentityProvider(path, problems)!;

        Assert.That(problems, Is.Empty);
        Assert.That(settings.Name, Is.EqualTo("Our own"));
        Assert.That(settings.Issuer, Is.EqualTo("https://idp.customer.example"));
        Assert.That(settings.Look, Is.EqualTo(IdpLook.Entra));
        Assert.That(settings.Style.AttributeValueType, Is.EqualTo("xs:string"));
        Assert.That(settings.Style.AssertionPrefix, Is.Empty);
        Assert.That(settings.Signing.Parts, Is.EqualTo(SignedParts.Both));
        Assert.That(settings.Errors["unassigned"].Code, Is.EqualTo("AADSTS50105"));
    }

    [Test]
    public void A_customers_file_can_be_short()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("own.yaml", "name: Own\nissuer: urn:own\nsso: https://idp.customer.example/sso\n");
        var problems = new List<ScenarioProblem>();

        var settings = FixtureLibrary.ReadIdentityProvider(path, problems)!;

        Assert.That(problems, Is.Empty);
        Assert.That(settings.SignInAddress, Is.EqualTo("https://idp.customer.example/login"));
    }

    [TestCase("isuer: x", "own.yaml:4:1", "Did you mean \"issuer\"?")]
    [TestCase("look: entre", "own.yaml:4:7", "entra")]
    [TestCase("time-window: observd", "own.yaml:4:14", "time-windows")]
    [TestCase("signing: { sign: everything }", "own.yaml:4:18", "both")]
    [TestCase("based-on: nothing", "own.yaml:4:11", "nothing.yaml")]
    [TestCase("based-on: own", "own.yaml:4:11", "leads back")]
    [TestCase("default-claims: { email: mail }", "own.yaml:1:1", "user-fields")]
    [TestCase("errors: { unasigned: { text: a } }", "own.yaml:4:11", "unassigned")]
    public void Mistakes_are_shown_where_they_are(string line, string place, string hint)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("own.yaml", $"name: Own\nissuer: urn:own\nsso: https://idp.customer.example/sso\n{line}\n");
        var problems = new List<ScenarioProblem>();

        FixtureLibrary.ReadIdentityProvider(path, problems);

        Assert.That(problems.Select(problem => problem.ToString()), Has.Some.Contains(place).And.Some.Contains(hint));
    }

    private static bool Same(ClaimMapping one, ClaimMapping other) => one.Name == other.Name && one.Source == other.Source;

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly string _path = Directory.CreateTempSubdirectory("conformance-").FullName;

        public string Write(string name, string text)
        {
            var path = Path.Combine(_path, name);
            File.WriteAllText(path, text);
            return path;
        }

        public void Dispose() => Directory.Delete(_path, recursive: true);
    }
}
