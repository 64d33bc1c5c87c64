using System.Net;
using System.Security.Cryptography;
using System.Xml;
using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Scim;
using Conformance.ReferenceSp.Sessions;
using Conformance.ReferenceSp.Signatures;
using Conformance.ReferenceSp.Web.Doors;
using Conformance.ReferenceSp.Xml;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp;

/// <summary>How a service provider is built. As it stands it is sound; a flaw is another value of one of these.</summary>
internal sealed record Blueprint
{
    public static Blueprint Sound { get; } = new();

    /// <summary>What is checked of a response, in order.</summary>
    public IReadOnlyList<Check> Checks { get; init; } = CheckList.Sound;

    /// <summary>The keys that a signature may have been made with.</summary>
    public Func<LoginAttempt, XmlSignature, IEnumerable<VerificationKey>> TrustedKeys { get; init; } = SignatureChecks.ConfiguredKeys;

    /// <summary>Whether an element is what its signature's DigestValue says.</summary>
    public Func<XmlSignature, XmlElement, bool> DigestMatches { get; init; } = SignatureVerifier.DigestMatches;

    /// <summary>Whether one of the keys made the SignatureValue.</summary>
    public Func<XmlSignature, IReadOnlyList<VerificationKey>, bool> ValueMatches { get; init; } = SignatureVerifier.ValueMatches;

    /// <summary>The keys that an EncryptedAssertion is opened with, each tried in turn.</summary>
    public Func<Company, IEnumerable<RSA>> DecryptionKeys { get; init; } = company => company.DecryptionKeys;

    /// <summary>A company's settings after its identity provider's metadata was fetched again.</summary>
    public Func<CompanyConfiguration, string, DateTimeOffset, CompanyConfiguration> Refresh { get; init; } = Company.Refreshed;

    /// <summary>The tolerance for clocks, given the one that is configured.</summary>
    public Func<TimeSpan, TimeSpan> Skew { get; init; } = configured => configured;

    /// <summary>Whether a message of this text kills the one of several processes that reads it, so that the line is cut.</summary>
    public Func<string, bool> DiesOf { get; init; } = _ => false;

    /// <summary>What a person is told of a message that could not be checked.</summary>
    public Func<Exception, string> Describe { get; init; } = exception => exception.Message;

    /// <summary>Whether an unknown person gets an account.</summary>
    public Func<CompanyConfiguration, bool> MakesAccounts { get; init; } = configuration => configuration.JustInTime;

    /// <summary>Whether Aircall's pages take over only a login that this browser started there.</summary>
    public bool BindsHandOver { get; init; } = true;

    /// <summary>The company meant where several share an address and no login was started: none.</summary>
    public Func<IReadOnlyList<Company>, Company?> GuessCompany { get; init; } = _ => null;

    /// <summary>The text of a NameID or attribute value.</summary>
    public Func<XmlElement, string> ReadText { get; init; } = ElementReading.Text;

    /// <summary>The values of an attribute: by its Name, exactly.</summary>
    public Func<IReadOnlyList<SamlAttribute>, string, IReadOnlyList<string>> FindAttribute { get; init; } = AttributeByName;

    /// <summary>The index of the account that a login names; negative: none.</summary>
    public Func<IReadOnlyList<ReferenceUser>, LoginAttempt, int> FindUser { get; init; } = UserDirectory.Find;

    /// <summary>The role after a login.</summary>
    public Func<ReferenceUser, LoginAttempt, string> RoleOf { get; init; } = RoleByMapping;

    /// <summary>A new AuthnRequest's ID: an XML id, so never a digit first, and 128 random bits.</summary>
    public Func<string> NewRequestId { get; init; } = () => "_" + RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>SameSite of the cookie that waits for the identity provider's cross-site POST.</summary>
    public SameSiteMode PendingCookieSameSite { get; init; } = SameSiteMode.None;

    /// <summary>The cookie value of a new session, given the one that the browser already had.</summary>
    public Func<string?, string> NewSessionId { get; init; } = _ => RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>Where to go after login, given what the person wanted and the RelayState of an unsolicited response.</summary>
    public Func<PendingRequest?, string?, string> LandingPage { get; init; } = LocalLandingPage;

    /// <summary>Text put into a page.</summary>
    public Func<string, string> Encode { get; init; } = WebUtility.HtmlEncode;

    /// <summary>Whether pages forbid the browser every script but our own.</summary>
    public bool SendsContentSecurityPolicy { get; init; } = true;

    /// <summary>Whether sign-out ends the session at the server, not only in the browser.</summary>
    public bool EndsSessionAtServer { get; init; } = true;

    /// <summary>Whether single sign-on alone signs in, given who is meant as it was typed.</summary>
    public Func<Company, string, bool> Enforces { get; init; } = (company, _) => !company.AllowsOtherWays;

    /// <summary>Whether a door beside single sign-on is shut where that alone signs in.</summary>
    public Func<Door, bool> Shuts { get; init; } = _ => true;

    /// <summary>Whether a request opens every door because it says so.</summary>
    public Func<HttpRequest, bool> IsWavedThrough { get; init; } = _ => false;

    /// <summary>Whether a wrong password is told apart from an unknown person.</summary>
    public bool TellsWhoIsKnown { get; init; }

    /// <summary>Whether single sign-on can be made the only way only after somebody has come in by it.</summary>
    public bool WantsProof { get; init; } = true;

    /// <summary>Whether making single sign-on the only way ends the sessions of other ways.</summary>
    public bool EndsOtherSessions { get; init; } = true;

    /// <summary>Whether settings that cannot work are refused, and not kept.</summary>
    public bool RefusesBadSettings { get; init; } = true;

    /// <summary>Whether metadata that an administrator imports is examined for what the product needs.</summary>
    public bool ExaminesMetadata { get; init; } = true;

    /// <summary>What the connection test says of what the checks found; null: it is well.</summary>
    public Func<string?, string?> ReportTest { get; init; } = fault => fault;

    /// <summary>What an administrator is shown to copy.</summary>
    public Func<CompanyAddresses, CompanyAddresses> ShowAddresses { get; init; } = addresses => addresses;

    /// <summary>Whether the administration asks for the plan that includes single sign-on.</summary>
    public bool HonoursPlan { get; init; } = true;

    /// <summary>Whether the administration is for administrators.</summary>
    public bool GuardsAdministration { get; init; } = true;

    /// <summary>Whether the emergency password works where no other does.</summary>
    public bool HasBreakGlass { get; init; } = true;

    /// <summary>Whether saved settings are in force from then on.</summary>
    public bool KeepsSettings { get; init; } = true;

    /// <summary>Whether a page of settings sends each change as soon as it is made.</summary>
    public bool SavesUnasked { get; init; }

    /// <summary>The Issuer of a request, given the company's entity ID.</summary>
    public Func<Company, string, string> AskingName { get; init; } = (_, name) => name;

    /// <summary>The company whose identity provider is asked, given the one that was named.</summary>
    public Func<Company, IReadOnlyList<Company>, Company> AskedCompany { get; init; } = (asked, _) => asked;

    /// <summary>The company whose login starts for a name that nobody has registered: none.</summary>
    public Func<IReadOnlyList<Company>, Company?> CompanyForUnknown { get; init; } = _ => null;

    /// <summary>Whether somebody who got an account by signing in comes back to it.</summary>
    public bool FindsBeforeMaking { get; init; } = true;

    /// <summary>Whether a login brings the profile up to date.</summary>
    public bool UpdatesProfiles { get; init; } = true;

    /// <summary>Whether a refused person leaves an account behind.</summary>
    public bool RemembersRefused { get; init; }

    /// <summary>The role of somebody new.</summary>
    public Func<CompanyConfiguration, string> RoleOfNewcomers { get; init; } = configuration => configuration.DefaultRole;

    /// <summary>Whether a login page can be reached while single sign-on is not activated.</summary>
    public bool HonoursActivation { get; init; } = true;

    /// <summary>Aircall's platform finds the company by RelayState, so there an unsolicited response has no home.</summary>
    public Func<Company, bool> NeedsRelayState { get; init; } = company => company.Configuration.Dress == Dress.Aircall;

    /// <summary>What a message does to the process, whatever came of it: nothing.</summary>
    public Action<Health, XmlElement, Company> AfterMessage { get; init; } = (_, _, _) => { };

    /// <summary>What having refused a message does to the process: nothing.</summary>
    public Action<Health> AfterRefusal { get; init; } = _ => { };

    /// <summary>How it asks, redirects and keeps sessions.</summary>
    public FrontBlueprint Front { get; init; } = new();

    /// <summary>How users are provisioned.</summary>
    public ScimBlueprint Scim { get; init; } = ScimBlueprint.Sound;

    public Blueprint Without(params string[] checks) =>
        this with { Checks = [.. Checks.Where(check => !checks.Contains(check.Name))] };

    public Blueprint Replacing(string name, Func<LoginAttempt, string?> findFault) => this with
    {
        Checks = [.. Checks.Select(check => check.Name == name ? check with { FindFault = findFault } : check)],
    };

    /// <summary>Puts one check in the place of all that decide which element is signed and read.</summary>
    public Blueprint ReplacingSignatures(Func<LoginAttempt, string?> findFault)
    {
        var first = Checks.Index().First(check => check.Item.IsAboutSignatures).Index;
        var naive = new Check("signatures", "saml-profiles 4.1.4.3", findFault) { IsAboutSignatures = true };
        return this with
        {
            Checks = [.. Checks.Take(first), naive, .. Checks.Skip(first).Where(check => !check.IsAboutSignatures)],
        };
    }

    private static List<string> AttributeByName(IReadOnlyList<SamlAttribute> attributes, string name) =>
        [.. attributes.Where(attribute => attribute.Name == name).SelectMany(attribute => attribute.Values)];

    private static string RoleByMapping(ReferenceUser user, LoginAttempt attempt)
    {
        var configuration = attempt.Company.Configuration;
        if (configuration.RoleAttribute is not { } name)
        {
            return user.Role;
        }

        var values = attempt.Blueprint.FindAttribute(attempt.Attributes, name);
        return configuration.RoleMapping.Count == 0
            ? values is [var role, ..] ? role : configuration.DefaultRole
            : values.Select(value => configuration.RoleMapping.GetValueOrDefault(value)).FirstOrDefault(mapped => mapped is not null)
                ?? configuration.DefaultRole;
    }

    private static string LocalLandingPage(PendingRequest? pending, string? relayState) =>
        pending?.ReturnTo ?? (LocalPath.IsLocal(relayState) ? relayState! : "/me");
}
