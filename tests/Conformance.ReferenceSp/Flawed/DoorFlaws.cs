using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Web.Doors;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>Ways in that stay open where single sign-on alone should sign in, and settings that are not what they seem.</summary>
internal static class DoorFlaws
{
    private const int ColumnWidth = 255;

    public static IReadOnlyList<Flaw> All { get; } =
    [
        LeavesOpen("leaves-token-door-open", "Gives programs a token for a password, though the company requires single sign-on.", ["ENF-03"], Door.ApiToken),
        LeavesOpen("leaves-basic-door-open", "Takes a password in the Authorization header, though the company requires single sign-on.", ["ENF-03"], Door.BasicAuthentication),
        LeavesOpen("leaves-reset-door-open", "Signs in whoever chooses a new password by a link.", ["ENF-02"], Door.PasswordReset),
        LeavesOpen("leaves-sign-up-open", "Lets anybody with an address of the company sign up with a password.", ["ENF-02"], Door.SignUp),
        LeavesOpen("leaves-link-door-open", "Signs in by a link in a message.", ["ENF-02"], Door.MagicLink),
        LeavesOpen("leaves-invitation-open", "Lets an invited person choose a password.", ["ENF-02"], Door.Invitation),
        LeavesOpen("leaves-google-open", "Hides the button for Google and still takes what comes back from there.", ["ENF-02"], Door.Google),
        LeavesOpen("leaves-microsoft-open", "Hides the button for Microsoft and still takes what comes back from there.", ["ENF-02"], Door.Microsoft),
        new("enforces-by-typed-domain", "Decides by the e-mail address as it was typed whether the company requires single sign-on, and finds the account however it is typed.", ["ENF-04"],
            blueprint => blueprint with
            {
                Enforces = (company, typed) => !company.AllowsOtherWays && typed.EndsWith("@" + company.Configuration.Domain, StringComparison.Ordinal),
            }),
        new("honours-bypass-parameter", "Opens the password door to requests that carry password=Y, as a vendor's support team once used it (SigNoz).", ["ENF-06"],
            blueprint => blueprint with { IsWavedThrough = request => request.Query["password"] == "Y" }),
        new("tells-who-is-known", "Answers a wrong password differently for people whose company requires single sign-on.", ["ENF-09"],
            blueprint => blueprint with { TellsWhoIsKnown = true }),
        new("enforces-unproven-settings", "Makes single sign-on the only way with settings that nobody has signed in by, and locks everybody out.", ["ENF-07"],
            blueprint => blueprint with { WantsProof = false }),
        new("keeps-other-sessions", "Leaves password sessions alive when single sign-on becomes the only way, though it says that they end.", ["ENF-03"],
            blueprint => blueprint with { EndsOtherSessions = false }),
        new("forgets-break-glass", "Refuses the emergency password too, so that a broken identity provider locks the company out.", ["ENF-05"],
            blueprint => blueprint with { HasBreakGlass = false }) { IsFalselyStrict = true },
        new("never-releases-passwords", "Goes on refusing passwords after the company has allowed them again.", ["ENF-08"],
            blueprint => blueprint with { Enforces = (company, _) => !company.AllowsOtherWays || company.HasEnforced }) { IsFalselyStrict = true },
        new("enforces-without-provider", "Goes on requiring single sign-on when the company has removed its identity provider.", ["ENF-08"],
            blueprint => blueprint with { Enforces = (company, _) => !company.Configuration.PasswordLoginAllowed }) { IsFalselyStrict = true },
        new("saves-what-cannot-work", "Says that a broken certificate or address is saved, and keeps it.", [],
            blueprint => blueprint with { RefusesBadSettings = false }),
        new("saves-nothing", "Says that the settings are saved, and goes on with those it had.", [],
            blueprint => blueprint with { KeepsSettings = false }),
        new("saves-unasked", "Sends each change of the settings as soon as it is made in the browser, before anybody has saved it.", [],
            blueprint => blueprint with { SavesUnasked = true }),
        new("imports-any-metadata", "Imports metadata without the endpoint that it needs, and with an entity ID that nobody has filled in.", [],
            blueprint => blueprint with { ExaminesMetadata = false }),
        new("reports-every-test-as-good", "Says that the connection works, whatever the test has shown.", [],
            blueprint => blueprint with { ReportTest = _ => null }),
        new("shows-other-addresses", "Shows an ACS URL and an entity ID to copy that are not those it checks.", [],
            blueprint => blueprint with
            {
                ShowAddresses = addresses => addresses with
                {
                    EntityId = addresses.EntityId + "/v2",
                    AssertionConsumerServiceUrl = addresses.AssertionConsumerServiceUrl.Replace("https:", "http:", StringComparison.Ordinal),
                },
            }),
        new("ignores-plan", "Offers single sign-on in every plan, though the article names one.", [], blueprint => blueprint with { HonoursPlan = false }),
        new("opens-settings-to-everybody", "Shows the settings to everybody who is signed in.", [], blueprint => blueprint with { GuardsAdministration = false }),
        new("makes-newcomers-admins", "Gives every new person the role of an administrator.", ["ATK-35"], blueprint => blueprint with { RoleOfNewcomers = _ => "Admin" }),
        new("asks-under-another-name", "Sends its requests under another entity ID than the one it shows.", [],
            blueprint => blueprint with { AskingName = (company, name) => company.Configuration.Dress == Dress.Generic ? name : name + "/" }) { IsFalselyStrict = true },
        new("starts-for-any-domain", "Starts the first company's login for a domain that it does not know.", [],
            blueprint => blueprint with { CompanyForUnknown = companies => companies.Count > 0 ? companies[0] : null }),
        new("names-accounts-by-name-id", "Takes the NameID where the attribute that names the account is missing.", ["NEG-25"],
            blueprint => blueprint.Without("required-attributes").Replacing("account-name", attempt =>
            {
                var fault = Checks.AccountChecks.AccountIsNamed(attempt);
                attempt.AccountName = fault is null ? attempt.AccountName : attempt.NameId ?? "";
                return attempt.AccountName.Length > 0 ? null : fault;
            })),
        new("names-accounts-by-attribute", "Names the account by an attribute called email, though the NameID was to name it.", ["MAP-04"],
            blueprint => blueprint.Replacing("account-name", attempt =>
            {
                var fault = Checks.AccountChecks.AccountIsNamed(attempt);
                attempt.AccountName = attempt.Blueprint.FindAttribute(attempt.Attributes, "email") is [var email, ..] ? email : attempt.AccountName;
                return fault;
            })),
        new("makes-an-account-a-login", "Makes one more account each time when somebody comes in who has got theirs by signing in.", ["MAP-07"],
            blueprint => blueprint with { FindsBeforeMaking = false }),
        new("keeps-first-profile", "Fills the profile at the first login and never again.", ["MAP-02"], blueprint => blueprint with { UpdatesProfiles = false }),
        new("chokes-on-long-values", "Shows its database's error where a value is longer than the column for it.", ["MAP-08"],
            blueprint => blueprint.Replacing("attributes", attempt => StatementChecks.AttributesAreReadable(attempt)
                ?? (attempt.Attributes.SelectMany(attribute => attribute.Values).Any(value => value.Length > ColumnWidth)
                    ? $"DataException: value too long for type character varying({ColumnWidth})"
                    : null))),
        new("sends-everybody-to-one-provider", "Sends everybody to the identity provider of the product's first company.", ["POS-39"],
            blueprint => blueprint with { AskedCompany = (asked, companies) => asked.Configuration.Dress == Dress.JustCall ? companies[0] : asked }) { IsFalselyStrict = true },
        new("makes-accounts-for-refused", "Makes the account before it looks whether the person may come in.", ["DEN-02", "DEN-06"],
            blueprint => blueprint with { RemembersRefused = true }),
    ];

    private static Flaw LeavesOpen(string name, string story, IReadOnlyList<string> meantFor, Door open) =>
        new(name, story, meantFor, blueprint => blueprint with { Shuts = door => door != open && blueprint.Shuts(door) });
}
