using System.Security.Cryptography;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Sessions;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Web;

/// <summary>The ways in: the login page, the question for the company, the start of single sign-on, the password form.</summary>
internal sealed class LoginEndpoints(Service service)
{
    private const string HandOverCookie = "__Host-sso-";

    public Task LoginAsync(Exchange exchange) => exchange.Site.Dress == Dress.Generic
        ? StartAsync(exchange, GenericCompany(exchange), "company")
        : Pages.WriteAsync(exchange, LoginPage.Of(exchange.Site, exchange.ReturnTo, OffersPassword(exchange.Site.Dress)));

    /// <summary>Asks for what names the company, or starts when that is known.</summary>
    public Task SingleSignOnAsync(Exchange exchange)
    {
        var dress = exchange.Site.Dress;
        switch (dress)
        {
            case Dress.Dialpad when exchange.Query("domain") is { Length: > 0 } domain:
                return StartAsync(exchange, service.Companies.Find(dress, domain), $"company domain \"{domain}\"");
            case Dress.JustCall or Dress.Aircall when exchange.Query("email") is { Length: > 0 } email:
                return StartAsync(exchange, service.Companies.FindByEmail(dress, email), $"e-mail address \"{email}\"");
            case Dress.Aircall when exchange.Query("company") is { Length: > 0 } domain:
                return StartAsync(exchange, service.Companies.Find(dress, domain), $"company \"{domain}\"");
            case Dress.Aircall when service.Companies.Of(dress).ToList() is [var only]:
                return StartAsync(exchange, only, "company");
            case Dress.Generic:
                return StartAsync(exchange, GenericCompany(exchange), "company");
            default:
                return Pages.WriteAsync(exchange, LoginPage.CompanyQuestion(exchange.Site, exchange.ReturnTo));
        }
    }

    /// <summary>Aircall's second host, which asks the identity provider.</summary>
    public Task AuthorizeAsync(Exchange exchange) =>
        service.Companies.Find(exchange.Site.Dress, exchange.Query("identity_provider")) is { } company
            ? AskAsync(exchange, company, exchange.Query("state"))
            : service.RefuseAsync(exchange, "company", "There is no such company.", StatusCodes.Status404NotFound);

    /// <summary>Aircall's first host, to which the second hands over who signed in.</summary>
    public Task CallbackAsync(Exchange exchange)
    {
        var handOver = service.Memory.HandOvers.Take(exchange.Query("code"), exchange.Now);
        if (handOver is null || (service.Blueprint.BindsHandOver && !IsOfThisBrowser(exchange, handOver)))
        {
            return service.RefuseAsync(exchange, "same-browser", "The login was not started in this browser.", StatusCodes.Status403Forbidden);
        }

        exchange.DeleteCookie(HandOverCookieName(exchange.Query("state")), SameSiteMode.Lax);
        SignIn(service, exchange, handOver.Session);
        return exchange.RedirectAsync(handOver.ReturnTo);
    }

    public async Task PasswordAsync(Exchange exchange)
    {
        if (!exchange.IsPost || !exchange.Http.Request.HasFormContentType)
        {
            await Pages.WriteAsync(exchange, LoginPage.Password(exchange.Site));
            return;
        }

        var form = await exchange.Http.Request.ReadFormAsync(exchange.Http.RequestAborted);
        var user = service.Memory.Users.SignIn(exchange.Site.Dress, form["email"].ToString(), form["password"].ToString());
        if (user is null)
        {
            await service.RefuseAsync(exchange, "password", "The e-mail address or the password is wrong.", StatusCodes.Status403Forbidden);
            return;
        }

        var company = service.Companies.Find(user.Dress, user.Company)?.Configuration;
        if (service.Blueprint.EnforcesSingleSignOn && company is { PasswordLoginAllowed: false })
        {
            await service.RefuseAsync(
                exchange, "password-not-allowed", "Your company requires single sign-on; a password does not sign you in.", StatusCodes.Status403Forbidden, user.Company);
            return;
        }

        SignIn(service, exchange, new Session { User = user });
        await exchange.RedirectAsync("/me");
    }

    public static void SignIn(Service service, Exchange exchange, Session session)
    {
        var former = exchange.Cookie(exchange.SessionCookieName);
        service.Memory.Sessions.End(former);
        var id = service.Blueprint.NewSessionId(former);
        service.Memory.Sessions.Put(id, session);
        exchange.SetCookie(exchange.SessionCookieName, id, SameSiteMode.Lax, isForLoginOnly: false);
    }

    private static bool IsOfThisBrowser(Exchange exchange, HandOver handOver) =>
        handOver.State is { Length: > 0 } state && state == exchange.Query("state") && state == exchange.Cookie(HandOverCookieName(state));

    // One cookie a login, so that two tabs do not overwrite each other's.
    private static string HandOverCookieName(string state) => HandOverCookie + state[..Math.Min(state.Length, 12)];

    private Task StartAsync(Exchange exchange, Company? company, string named)
    {
        if (company is null)
        {
            return service.RefuseAsync(
                exchange, "company", $"We know no company for this {named}. Check the spelling, or ask your administrator.", StatusCodes.Status404NotFound);
        }

        if (service.Blueprint.HonoursActivation && !company.Configuration.SsoActivated)
        {
            return service.RefuseAsync(
                exchange, "not-activated", $"Single sign-on is not activated for {company.Configuration.Domain}.", StatusCodes.Status403Forbidden, company.Configuration.Domain);
        }

        if (exchange.Site.Pages == exchange.Site.Responses)
        {
            return AskAsync(exchange, company, handOverState: null);
        }

        var state = RandomNumberGenerator.GetHexString(32, lowercase: true);
        exchange.SetCookie(HandOverCookieName(state), state, SameSiteMode.Lax, isForLoginOnly: true);
        return exchange.RedirectAsync(
            $"{exchange.Site.Responses}/oauth2/authorize?identity_provider={Uri.EscapeDataString(company.Configuration.Domain)}"
            + $"&response_type=code&state={state}&returnTo={Uri.EscapeDataString(exchange.ReturnTo)}");
    }

    private Task AskAsync(Exchange exchange, Company company, string? handOverState)
    {
        var id = service.Blueprint.NewRequestId();

        // Amazon Cognito, on which Aircall runs, sends far more than the 80 bytes of saml-bindings 3.5.3.
        var relayState = RandomNumberGenerator.GetHexString(exchange.Site.Dress == Dress.Aircall ? 240 : 32, lowercase: true);
        var pending = new PendingRequest
        {
            Id = id,
            Company = company.Key,
            RelayState = relayState,
            CookieName = (exchange.Site.IsSecure ? "__Host-login-" : "login-") + relayState[..12],
            BrowserSecret = RandomNumberGenerator.GetHexString(32, lowercase: true),
            ReturnTo = exchange.ReturnTo,
            Expires = exchange.Now + TimeSpan.FromMinutes(15),
            HandOverState = handOverState,
            Asked = exchange.Now,
            Demand = exchange.Query("demand") switch
            {
                "second-factor" => LoginDemand.SecondFactor,
                "fresh" => LoginDemand.Fresh,
                "encrypted" => LoginDemand.Encrypted,
                _ => LoginDemand.None,
            },
        };
        service.Memory.Requests.Add(pending, exchange.Now);
        exchange.SetCookie(pending.CookieName, pending.BrowserSecret, service.Blueprint.PendingCookieSameSite, isForLoginOnly: true);
        var request = new AuthnRequest(company, service.Companies.Addresses(exchange.Site, company), pending);
        var signing = company.Configuration.SignRequests ? service.SigningCertificate : null;
        return company.Binding == SingleSignOnBinding.Redirect
            ? exchange.RedirectAsync(request.RedirectUrl(relayState, signing))
            : Pages.WriteAsync(exchange, PostPage.Of(exchange.Site, company.SingleSignOnUrl, request.PostValue(signing), relayState));
    }

    private Company? GenericCompany(Exchange exchange) => exchange.Query("company") is { Length: > 0 } domain
        ? service.Companies.Find(Dress.Generic, domain)
        : service.Companies.Of(Dress.Generic).FirstOrDefault();

    private bool OffersPassword(Dress dress) => service.Companies.Of(dress).Any(company => company.Configuration.PasswordLoginAllowed);
}
