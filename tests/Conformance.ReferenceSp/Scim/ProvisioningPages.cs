using System.Text;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Web;
using Conformance.ReferenceSp.Web.Administration;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Scim;

/// <summary>Where a company's administrator makes the key that its identity provider uses: shown once, revoked by a button.</summary>
internal sealed class ProvisioningPages(Service service)
{
    private const string Administrator = "Admin";

    /// <summary>Dialpad: My Company, Authentication, API keys. JustCall: Settings, Security, Provisioning.</summary>
    public static bool IsAt(string path) => path is "/settings/company/authentication/api-keys" or "/settings/security/provisioning";

    public async Task HandleAsync(Exchange exchange)
    {
        var session = service.Memory.Sessions.Find(exchange.Cookie(exchange.SessionCookieName), exchange.Now);
        var account = session is null ? null : service.Memory.Users.FindById(session.User.Id);
        if (account is null or { Suspended: true } || service.Companies.Find(exchange.Site.Dress, account.Company) is not { } company)
        {
            await exchange.RedirectAsync("/login?returnTo=" + Uri.EscapeDataString(exchange.Path));
            return;
        }

        if (account.Role != Administrator)
        {
            await service.RefuseAsync(exchange, "administrator", "Only administrators see this page.", StatusCodes.Status403Forbidden, account.Company);
            return;
        }

        var (made, notice) = exchange.IsPost ? await ChangeAsync(exchange, company) : (null, null);
        await Pages.WriteAsync(exchange, Page(exchange, company, made, notice));
    }

    /// <summary>Makes or revokes a key; gives the new one's text, or what there is to say.</summary>
    private async Task<(string? Made, Notice? Notice)> ChangeAsync(Exchange exchange, Company company)
    {
        var form = exchange.Http.Request.HasFormContentType ? await exchange.Http.Request.ReadFormAsync(exchange.Http.RequestAborted) : FormCollection.Empty;
        if (form["revoke"].ToString() is { Length: > 0 } id)
        {
            return (null, service.Tokens.Revoke(company.Key, id, service.Blueprint.Scim.Falls) is { } revoked
                ? new Notice(IsError: false, $"{revoked.Name} is revoked. Whoever sends it is refused from now on.")
                : new Notice(IsError: true, "There is no such key."));
        }

        return (service.Tokens.Make(company.Key, form["name"].ToString() is { Length: > 0 } name ? name : "Identity provider", exchange.Now), null);
    }

    private Page Page(Exchange exchange, Company company, string? made, Notice? notice)
    {
        var isDialpad = exchange.Site.Dress == Dress.Dialpad;
        var (title, key, add) = isDialpad ? ("API keys", "API key", "Add key") : ("Provisioning", "Secret Token", "Generate token");
        var rows = new StringBuilder();
        foreach (var token in service.Tokens.Of(company.Key).Where(token => token.WasMadeHere))
        {
            rows.Append("<tr><th scope=\"row\">").Append(Pages.Encode(token.Name)).Append("</th><td>")
                .Append("<form method=\"post\"><input type=\"hidden\" name=\"revoke\" value=\"").Append(Pages.Encode(token.Id)).Append("\">")
                .Append("<button type=\"submit\" class=\"second\">Revoke ").Append(Pages.Encode(token.Name)).Append("</button></form></td></tr>");
        }

        var shown = made is null ? "" : $"""
            <p class="error" role="status">Copy the key now. It is not shown again.</p>
            <label for="key">{key}</label><input id="key" readonly value="{Pages.Encode(made)}">
            """;
        return new Page
        {
            Title = title,
            Body = $"""
                <h1>{title}</h1>
                {notice?.Html}
                <p class="note">{Pages.Encode(company.Configuration.Domain)}: {(isDialpad ? "My Company, Authentication" : "Settings, Security")}. Users who come by SCIM are the users who sign in.</p>
                <label for="url">{(isDialpad ? "Base URL" : "Tenant URL")}</label><input id="url" readonly value="{exchange.Site.Pages}{ScimEndpoint.BasePathOf(exchange.Site.Dress)}">
                {shown}
                <form method="post">
                <label for="name">Name of the key</label><input id="name" name="name" value="">
                <p class="note">Scopes: users, groups (default).</p>
                <button type="submit">{add}</button>
                </form>
                <h2>Keys</h2>
                {(rows.Length == 0 ? "<p class=\"note\">There are no keys.</p>" : $"<table aria-label=\"Keys\"><tbody>{rows}</tbody></table>")}
                """,
        };
    }
}
