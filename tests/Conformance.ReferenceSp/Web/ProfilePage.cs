using System.Text;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Sessions;

namespace Conformance.ReferenceSp.Web;

/// <summary>What a person sees behind the login.</summary>
internal static class ProfilePage
{
    private const string SignOut = """<form action="/logout" method="post"><button type="submit" class="second">Sign out</button></form>""";

    public static Page Of(Site site, Session session, Func<string, string> encode)
    {
        var user = session.User;
        var rows = new StringBuilder();
        Row(rows, "Account", "user", user.Account);
        Row(rows, "E-mail", "email", user.Email);
        Row(rows, "Role", "role", user.Role);
        Row(rows, "Company", "company", user.Company);
        Row(rows, "NameID", "name-id", session.NameId ?? "");
        foreach (var (field, value) in user.Profile.Where(field => field.Key != "email"))
        {
            Row(rows, Label(field), field, value);
        }

        var attributes = new StringBuilder();
        foreach (var (name, values) in session.ValuesByName)
        {
            attributes.Append("<tr><th scope=\"row\">").Append(Pages.Encode(name)).Append("</th><td>")
                .AppendJoin("<br>", values.Select(encode)).Append("</td></tr>");
        }

        var table = attributes.Length == 0
            ? "<p class=\"note\">The identity provider sent none.</p>"
            : $"<table aria-label=\"Attributes\"><tbody>{attributes}</tbody></table>";
        return new Page
        {
            Title = "Profile",
            Body = $"""
                <h1>Welcome, {encode(user.DisplayName)}</h1>
                <table aria-label="Profile"><tbody>{rows}</tbody></table>
                <h2>Attributes</h2>
                {table}
                {(user.Role == "Admin" ? $"<p><a href=\"/settings\">{(site.Dress == Dress.Dialpad ? "Admin Settings" : "Settings")}</a></p>" : "")}
                {SignOut}
                """,
        };

        static string Label(string field) => field switch
        {
            "firstName" => "First name",
            "lastName" => "Last name",
            "displayName" => "Display name",
            _ => field,
        };
    }

    public static Page Nobody(Site site) => new()
    {
        Title = "Not signed in",
        Status = 401,
        Body = $"""<h1>Nobody is signed in</h1><p>This page of {site.Product} is for people who are signed in.</p><p><a href="/login">Log in</a></p>""",
    };

    public static Page Protected(Site site, Session session, string path) => new()
    {
        Title = path,
        Body = $"""
            <h1>{Pages.Encode(path)}</h1>
            <p>A page of {site.Product} that only people who are signed in see. You are <strong data-testid="user">{Pages.Encode(session.User.DisplayName)}</strong>.</p>
            <p><a href="/me">Profile</a></p>
            {SignOut}
            """,
    };

    public static Page SignedOut(Site site) => new()
    {
        Title = "Signed out",
        Body = $"""<h1>You are signed out</h1><p>Your session at {site.Product} has ended.</p><p><a href="/login">Log in again</a></p>""",
    };

    private static void Row(StringBuilder rows, string label, string field, string value) => rows
        .Append("<tr><th scope=\"row\">").Append(Pages.Encode(label)).Append("</th><td data-testid=\"").Append(Pages.Encode(field)).Append("\">")
        .Append(Pages.Encode(value)).Append("</td></tr>");
}
