namespace Conformance.ReferenceSp.Checks;

/// <summary>Which account is meant, and may it be used? Only the company's own settings decide what counts.</summary>
internal static class AccountChecks
{
    public static string? AccountIsNamed(LoginAttempt attempt)
    {
        var identifier = attempt.Company.Configuration.AccountIdentifier;
        if (identifier == "NameID")
        {
            attempt.AccountName = attempt.NameId ?? "";
            return attempt.AccountName.Length > 0 ? null : "The Subject has no NameID, which names the account here.";
        }

        var holders = attempt.Attributes.Count(attribute => attribute.Name == identifier);
        var values = attempt.Blueprint.FindAttribute(attempt.Attributes, identifier);
        if (holders > 1 && values.Distinct(StringComparer.Ordinal).Count() > 1)
        {
            return $"The attribute \"{identifier}\", which names the account, occurs twice with different values.";
        }

        // Several addresses in one attribute are legal; the one that the NameID repeats is the person's main one.
        attempt.AccountName = values.FirstOrDefault(value => value == attempt.NameId) ?? (values is [var first, ..] ? first : "");
        return string.IsNullOrWhiteSpace(attempt.AccountName)
            ? $"The attribute \"{identifier}\", which names the account, is missing or empty."
            : null;
    }

    public static string? DomainIsTheCompanys(LoginAttempt attempt)
    {
        var verified = attempt.Company.VerifiedDomains;
        var foreign = new[] { attempt.AccountName, MappedEmail(attempt) }
            .OfType<string>()
            .FirstOrDefault(address => address.LastIndexOf('@') is >= 0 and var at && !verified.Any(domain => Ascii.EqualsIgnoreCase(domain, address[(at + 1)..])));
        return foreign is null || verified.Count == 0
            ? null
            : $"The e-mail domain of \"{foreign}\" is not verified for {attempt.Company.Configuration.Domain}.";
    }

    public static string? AccountIsKnownOrMade(LoginAttempt attempt)
    {
        attempt.User = attempt.Memory.Users.SignIn(attempt);
        return attempt.User is null
            ? $"Nobody named \"{attempt.AccountName}\" has an account at {attempt.Company.Configuration.Domain}; ask your administrator to add you."
            : null;
    }

    public static string? AccountIsActive(LoginAttempt attempt) =>
        attempt.User?.Suspended == true ? "The account is suspended." : null;

    private static string? MappedEmail(LoginAttempt attempt) =>
        attempt.Company.Configuration.AttributeMapping
            .Where(mapping => mapping.Value == "email")
            .SelectMany(mapping => attempt.Blueprint.FindAttribute(attempt.Attributes, mapping.Key))
            .FirstOrDefault();
}
