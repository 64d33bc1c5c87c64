using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Sessions;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>A good assertion that ends up in the wrong account, or with the wrong rights.</summary>
internal static class AccountFlaws
{
    private static readonly char[] Invisible = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad'];

    public static IReadOnlyList<Flaw> All { get; } =
    [
        SameName("normalizes-names", "Compares account names after Unicode compatibility normalization, so full-width letters are letters.", Compatible),
        SameName("folds-unicode-case", "Compares account names in upper case, where the long s and the dotless i become S and I.", UpperCase),
        SameName("strips-invisible-characters", "Drops zero-width characters from account names before it compares them.", name => string.Concat(name.Where(character => !Invisible.Contains(character)))),
        SameName("trims-names", "Trims account names before it compares them, final dots too.", name => name.Trim().TrimEnd('.')),
        SameName("strips-diacritics", "Compares account names without accents, as a database collation does.", WithoutAccents),
        SameName("reads-homographs-alike", "Compares account names by how they look, so a Cyrillic letter is the Latin one.", LooksLike),
        new("interpolates-account-name", "Puts the account name into a query as it is, so a quote changes what is asked for.", ["ATK-41"],
            blueprint => blueprint.Without("verified-domain") with
            {
                FindUser = (users, attempt) => UserDirectory.Find(users, attempt, (known, asserted) =>
                    known == asserted || asserted.Contains("' or ", StringComparison.OrdinalIgnoreCase) || asserted == known + "'--"),
            }),
        new("matches-wildcards", "Looks the account up by a directory search in which an asterisk stands for anything.", ["ATK-41"],
            blueprint => blueprint.Without("verified-domain") with
            {
                FindUser = (users, attempt) => UserDirectory.Find(users, attempt, (known, asserted) => asserted.IndexOf('*', StringComparison.Ordinal) is >= 0 and var star
                    ? known.StartsWith(asserted[..star], StringComparison.Ordinal) && known.EndsWith(asserted[(star + 1)..], StringComparison.Ordinal)
                    : known == asserted),
            }),
        new("accepts-empty-name-id", "An empty NameID finds the first account there is.", ["NEG-34"],
            blueprint => blueprint.Without("account-name", "verified-domain").Replacing("name-id", attempt =>
            {
                _ = StatementChecks.NameIdHasAValue(attempt);
                attempt.AccountName = attempt.NameId ?? "";
                return null;
            }) with
            {
                FindUser = (users, attempt) => string.IsNullOrWhiteSpace(attempt.AccountName)
                    ? UserDirectory.Find(users, attempt, (_, _) => true)
                    : UserDirectory.Find(users, attempt),
            }),
        new("names-account-by-email-claim", "Where the NameID is missing or empty, or the Subject is, the attribute email names the account.", ["NEG-21", "NEG-34"],
            blueprint => blueprint.Without("confirmation-method", "recipient", "confirmation-in-response-to", "confirmation-not-before", "confirmation-not-on-or-after")
                .Replacing("name-id", attempt =>
                {
                    attempt.NameId = attempt.Assertion.Element("Subject", XmlNames.Assertion)?.Element("NameID", XmlNames.Assertion)?.Text();
                    return null;
                })
                .Replacing("account-name", attempt =>
                {
                    attempt.AccountName = string.IsNullOrWhiteSpace(attempt.NameId)
                        ? attempt.Attributes.Where(attribute => attribute.Name == "email").SelectMany(attribute => attribute.Values).FirstOrDefault("")
                        : attempt.NameId;
                    return attempt.AccountName.Length > 0 ? null : "Nothing names an account.";
                })),
        new("takes-last-name-id", "Takes the last of several NameIDs.", ["NEG-34"],
            blueprint => blueprint.Replacing("name-id", attempt =>
            {
                var name = attempt.Assertion.Element("Subject", XmlNames.Assertion)?.Elements("NameID", XmlNames.Assertion).LastOrDefault();
                attempt.NameId = name?.Text();
                attempt.NameIdFormat = name?.Value("Format");
                return null;
            })),
        new("takes-any-name-id", "Takes the last NameID that stands anywhere in the assertion (@boxyhq/saml20 takes one in an attribute's value).", ["ATK-32", "NEG-34"],
            blueprint => blueprint.Replacing("name-id", attempt =>
            {
                var name = attempt.Assertion.Descendants().LastOrDefault(element => element.Is("NameID", XmlNames.Assertion));
                attempt.NameId = name?.Text();
                attempt.NameIdFormat = name?.Value("Format");
                return null;
            })),
        new("finds-attributes-by-friendly-name", "Finds attributes by their FriendlyName too.", ["ATK-31", "POS-17"],
            blueprint => FindingAttributes(blueprint, (attribute, name) => attribute.FriendlyName == name || attribute.Name == name)),
        new("finds-attributes-in-any-case", "Finds attributes without regard to letter case.", ["ATK-31"],
            blueprint => FindingAttributes(blueprint, (attribute, name) => attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))),
        new("finds-attributes-by-last-segment", "Finds attributes by what stands behind the last slash of their Name.", ["ATK-31"],
            blueprint => FindingAttributes(blueprint, (attribute, name) => attribute.Name[(attribute.Name.LastIndexOf('/') + 1)..] == name[(name.LastIndexOf('/') + 1)..])),
        new("takes-first-of-duplicate-attributes", "Of two attributes with one Name it takes the first.", ["ATK-31"], blueprint => TakingOne(blueprint, last: false)),
        new("takes-last-of-duplicate-attributes", "Of two attributes with one Name it takes the last.", ["ATK-31"], blueprint => TakingOne(blueprint, last: true)),
        ProtocolFlaws.Ignoring("ignores-verified-domains", "Lets a company's identity provider speak for e-mail addresses of any domain.", ["ATK-34"], "verified-domain"),
        new("links-accounts-of-any-company", "Looks an account up by its name among all companies.", ["ATK-33", "NEG-27"],
            blueprint => blueprint.Without("verified-domain") with
            {
                FindUser = (users, attempt) => users.Index().Where(user => Ascii.EqualsIgnoreCase(user.Item.Identifier, attempt.AccountName)).Select(user => user.Index).FirstOrDefault(-1),
            }),
        new("links-by-asserted-email", "Links a person whom it does not know to whichever local account has the asserted e-mail address, an administrator's too.", ["ATK-33"],
            blueprint => blueprint.Without("verified-domain") with
            {
                FindUser = (users, attempt) => UserDirectory.Find(users, attempt) is >= 0 and var found
                    ? found
                    : users.Index().Where(user => attempt.Attributes.SelectMany(attribute => attribute.Values).Any(value => Ascii.EqualsIgnoreCase(value, user.Item.Email)))
                        .Select(user => user.Index).FirstOrDefault(-1),
            }),
        new("takes-role-from-any-attribute", "Copies attributes named role, roles, group or admin into the account, whatever the mapping says.", ["ATK-35"],
            blueprint => blueprint with { RoleOf = RoleFromAnyAttribute }),
        new("takes-unknown-role", "Takes a role value that the mapping does not know as it is.", ["ATK-35", "MAP-03"],
            blueprint => blueprint with
            {
                RoleOf = (user, attempt) => attempt.Company.Configuration.RoleAttribute is { } name && attempt.Blueprint.FindAttribute(attempt.Attributes, name) is [var role, ..]
                    ? attempt.Company.Configuration.RoleMapping.GetValueOrDefault(role, role)
                    : user.Role,
            }),
        new("resets-role-at-login", "Gives everybody the default role again at every login.", ["MAP-03"],
            blueprint => blueprint with { RoleOf = (_, attempt) => attempt.Company.Configuration.DefaultRole }),
        new("keeps-removed-role", "Adds roles at login and never takes one away.", ["MAP-03"],
            blueprint => blueprint with
            {
                RoleOf = (user, attempt) => Blueprint.Sound.RoleOf(user, attempt) is var role && role != attempt.Company.Configuration.DefaultRole ? role : user.Role,
            }),
        new("makes-accounts-uninvited", "Makes an account for every unknown person, though the company did not ask for it.", ["DEN-02", "MAP-07"],
            blueprint => blueprint with { MakesAccounts = _ => true }),
        ProtocolFlaws.Ignoring("ignores-suspension", "Signs in a suspended person.", ["DEN-04"], "suspended"),
        new("case-sensitive-email", "Takes an e-mail address in other letter case for another person.", ["MAP-05"],
            blueprint => blueprint with { FindUser = (users, attempt) => UserDirectory.Find(users, attempt, (known, asserted) => known == asserted) }) { IsFalselyStrict = true },
    ];

    private static Flaw SameName(string name, string story, Func<string, string> fold) => new(name, story, ["ATK-32"], blueprint => blueprint.Without("verified-domain") with
    {
        FindUser = (users, attempt) => UserDirectory.Find(users, attempt, (known, asserted) => Ascii.EqualsIgnoreCase(fold(known), fold(asserted))),
    });

    private static string UpperCase(string name) => Map(name, "ſıK", "SIK").ToUpperInvariant();

    // The platform's own normalization needs globalization data, which the suite does without; a few letters show the bug.
    private static string Compatible(string name) => string.Concat(name.Select(character =>
        character is >= '\uff01' and <= '\uff5e' ? (char)(character - 0xfee0) : character)).Replace("ﬁ", "fi", StringComparison.Ordinal);

    private static string WithoutAccents(string name) => Map(
        string.Concat(name.Where(character => character is not (>= '\u0300' and <= '\u036f'))), "áàâäãåçéèêëíìîïñóòôöõúùûü", "aaaaaaceeeeiiiinooooouuuu");

    private static string LooksLike(string name) => Map(name, "аеорсухіԁӏ", "aeopcyxidl");

    private static string Map(string text, string from, string to) =>
        string.Concat(text.Select(character => from.IndexOf(character, StringComparison.Ordinal) is >= 0 and var index ? to[index] : character));

    private static Blueprint FindingAttributes(Blueprint blueprint, Func<SamlAttribute, string, bool> isNamed) => blueprint with
    {
        FindAttribute = (attributes, name) =>
            [.. attributes.Reverse().Where(attribute => isNamed(attribute, name)).SelectMany(attribute => attribute.Values)],
    };

    private static Blueprint TakingOne(Blueprint blueprint, bool last) => blueprint.Replacing("account-name", attempt =>
    {
        var identifier = attempt.Company.Configuration.AccountIdentifier;
        var values = attempt.Attributes.Where(attribute => attribute.Name == identifier).SelectMany(attribute => attribute.Values).ToList();
        if (values.Count < 2)
        {
            return AccountChecks.AccountIsNamed(attempt);
        }

        attempt.AccountName = last ? values[^1] : values[0];
        return null;
    });

    private static string RoleFromAnyAttribute(ReferenceUser user, LoginAttempt attempt)
    {
        foreach (var attribute in attempt.Attributes.Where(attribute => attribute.Values.Count > 0))
        {
            switch (attribute.Name.ToUpperInvariant())
            {
                case "ROLE" or "ROLES" or "GROUP" or "GROUPS":
                    return attribute.Values[0];
                case "ADMIN" or "ISADMIN" or "IS_ADMIN" when attribute.Values[0] is "true" or "1" or "True":
                    return "Admin";
                default:
                    break;
            }
        }

        return Blueprint.Sound.RoleOf(user, attempt);
    }
}
