namespace Conformance.ReferenceSp.Web.Administration;

/// <summary>The pages on the way to the settings, and the lists an administrator looks at.</summary>
internal static class MenuPages
{
    public static Page Of(Dress dress) => dress switch
    {
        Dress.Dialpad => Menu("Admin Settings", ("My Company", "/settings/company"), PeopleItem, AuditLog),
        Dress.JustCall => Menu("Settings", ("Security", "/settings/security"), PeopleItem, AuditLog),
        _ => Menu("Settings", ("Single sign-on", "/settings/single-sign-on"), PeopleItem, AuditLog),
    };

    public static Page Security() => Menu("Security", ("Single Sign-On", "/settings/security/single-sign-on"), ("Provisioning", "/settings/security/provisioning"));

    public static Page MyCompany() => Menu("My Company", ("Authentication", "/settings/company/authentication"));

    public static Page Authentication() =>
        Menu("Authentication", ("SAML", "/settings/company/authentication/saml"), ("API keys", "/settings/company/authentication/api-keys"));

    public static string PlanSentence(Dress dress) => dress switch
    {
        Dress.JustCall => "Single sign-on is available on the Business plan.",
        Dress.Dialpad => "SAML is available on the Premium and Enterprise plans.",
        _ => "Single sign-on is not part of your plan.",
    };

    public static Page People(IReadOnlyList<ReferenceUser> users) => new()
    {
        Title = "People",
        Body = $"""
            <h1>People</h1>
            <p class="note">{users.Count} people</p>
            <table aria-label="People"><tbody>
            {string.Concat(users.Select(user => $"<tr><th scope=\"row\">{Pages.Encode(user.Account)}</th><td>{Pages.Encode(user.Role)}</td></tr>"))}
            </tbody></table>
            <form method="post"><label for="email">E-mail address</label><input id="email" name="email" type="email" required>
            <button type="submit">Invite</button></form>
            """,
    };

    public static Page Audit(IReadOnlyList<AuditEntry> entries) => new()
    {
        Title = "Audit log",
        Body = $"""
            <h1>Audit log</h1>
            <table aria-label="Audit log"><tbody>
            {string.Concat(entries.Select(entry => $"<tr><th scope=\"row\">{Pages.Encode(entry.Check)}</th><td>{Pages.Encode(entry.Sentence)}</td></tr>"))}
            </tbody></table>
            """,
    };

    private static (string Title, string Path) PeopleItem => ("People", "/settings/people");

    private static (string Title, string Path) AuditLog => ("Audit log", "/settings/audit");

    private static Page Menu(string title, params IReadOnlyList<(string Title, string Path)> items) => new()
    {
        Title = title,
        Body = $"<h1>{title}</h1><ul>{string.Concat(items.Select(item => $"<li><a href=\"{item.Path}\">{item.Title}</a></li>"))}</ul>",
    };
}
