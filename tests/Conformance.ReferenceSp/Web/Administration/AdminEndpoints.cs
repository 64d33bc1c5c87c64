using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Sessions;
using Conformance.ReferenceSp.Web.Doors;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Web.Administration;

/// <summary>The settings, each product's under the words of its set-up article.</summary>
internal sealed class AdminEndpoints(Service service, MailDoors mail, ConnectionTest test)
{
    private const string AdminRole = "Admin";

    private readonly SsoSettings _settings = new(service);

    /// <summary>Whether a path is one of the settings.</summary>
    public static bool Has(string path) => path == "/settings" || path.StartsWith("/settings/", StringComparison.Ordinal);

    public async Task HandleAsync(Exchange exchange)
    {
        var session = service.Memory.Sessions.Find(exchange.Cookie(exchange.SessionCookieName), exchange.Now);
        if (session is null)
        {
            await exchange.RedirectAsync("/login?returnTo=" + Uri.EscapeDataString(exchange.Path));
            return;
        }

        var company = service.Companies.Find(session.User.Dress, session.User.Company);
        if (company is null || (service.Blueprint.GuardsAdministration && session.User.Role != AdminRole))
        {
            await service.RefuseAsync(exchange, "administration", "Only administrators see the settings.", StatusCodes.Status403Forbidden, session.User.Company);
            return;
        }

        // A form of another site must not change settings with the administrator's cookie.
        if (exchange.IsPost && exchange.Http.Request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != exchange.Site.Pages)
        {
            await service.RefuseAsync(exchange, "administration", "The form came from another site.", StatusCodes.Status403Forbidden, session.User.Company);
            return;
        }

        await RouteAsync(exchange, session, company);
    }

    private Task RouteAsync(Exchange exchange, Session session, Company company)
    {
        var dress = exchange.Site.Dress;
        return exchange.Path switch
        {
            "/settings" => Pages.WriteAsync(exchange, MenuPages.Of(dress)),
            "/settings/people" => PeopleAsync(exchange, company),
            "/settings/audit" => Pages.WriteAsync(exchange, MenuPages.Audit(
                [.. service.Audit.Entries.Where(entry => entry.Company is null || entry.Company == company.Configuration.Domain)])),
            "/settings/security" when dress == Dress.JustCall => Pages.WriteAsync(exchange, MenuPages.Security()),
            "/settings/company" when dress == Dress.Dialpad => Pages.WriteAsync(exchange, MenuPages.MyCompany()),
            "/settings/company/authentication" when dress == Dress.Dialpad => Pages.WriteAsync(exchange, MenuPages.Authentication()),
            "/settings/security/single-sign-on" when dress == Dress.JustCall => SsoAsync(exchange, session, company),
            "/settings/company/authentication/saml" when dress == Dress.Dialpad => SsoAsync(exchange, session, company),
            "/settings/single-sign-on" when dress is Dress.Aircall or Dress.Generic => SsoAsync(exchange, session, company),
            "/settings/security/single-sign-on/test" when dress == Dress.JustCall && exchange.IsPost => test.StartAsync(exchange, company),
            _ => service.RefuseAsync(exchange, "not-found", "There is no such page here.", StatusCodes.Status404NotFound),
        };
    }

    private async Task SsoAsync(Exchange exchange, Session session, Company company)
    {
        if (service.Blueprint.HonoursPlan && !company.Configuration.OffersSingleSignOn)
        {
            await service.RefuseAsync(exchange, "plan", MenuPages.PlanSentence(exchange.Site.Dress), StatusCodes.Status403Forbidden, company.Configuration.Domain);
            return;
        }

        var notice = exchange.IsPost ? await _settings.SaveAsync(exchange, session, company) : ConnectionTest.Notice(service, exchange);
        var current = service.Companies.FindByKey(company.Key)!;
        var addresses = service.Blueprint.ShowAddresses(service.Companies.Addresses(exchange.Site, current));
        var page = exchange.Site.Dress switch
        {
            Dress.JustCall => SsoPages.JustCall(current, addresses, exchange.Query("enable"), notice),
            Dress.Dialpad => SsoPages.Dialpad(current, addresses, exchange.Query("provider"), notice),
            _ => SsoPages.ByMetadata(current, addresses, notice),
        };
        await Pages.WriteAsync(exchange, service.Blueprint.SavesUnasked ? SsoPages.SendingChanges(page) : page);
    }

    private async Task PeopleAsync(Exchange exchange, Company company)
    {
        if (exchange.IsPost)
        {
            var form = await exchange.FormAsync();
            mail.Send(exchange, company, form["email"].ToString(), Door.Invitation, password: null);
        }

        await Pages.WriteAsync(exchange, MenuPages.People(
            [.. service.Memory.Users.All.Where(user => user.Dress == company.Configuration.Dress && user.Company == company.Configuration.Domain)]));
    }
}
