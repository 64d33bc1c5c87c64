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
        : Pages.WriteAsync(exchange, LoginPage.Of(exchange.Site, ReturnTo(exchange), OffersPassword(exchange.Site.Dress)));

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
                return Pages.WriteAsync(exchange, LoginPage.CompanyQuestion(exchange.Site, ReturnTo(exchange)));
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

    public static void SignIn(Service service, Exchange exchange, Session session)
    {
        var former = exchange.Cookie(exchange.SessionCookieName);
        if (!service.Blueprint.Front.BeginsSessionsEmpty && service.Memory.Sessions.Find(former, exchange.Now) is { } before)
        {
            session = session with { Attributes = [.. before.Attributes, .. session.Attributes] };
        }

        service.Memory.Sessions.End(former);
        var id = service.Blueprint.NewSessionId(former);
        service.Memory.Sessions.Put(id, session);
        exchange.SetCookie(exchange.SessionCookieName, id, service.Blueprint.Front.SessionCookieSameSite, isForLoginOnly: false, options =>
        {
            options.Secure &= exchange.SessionCookieIsSecure;
            service.Blueprint.Front.ShapeSessionCookie(options);
        });
    }

    private string ReturnTo(Exchange exchange) => service.Blueprint.Front.ReturnTo(exchange.Query("returnTo"));

    private static bool IsOfThisBrowser(Exchange exchange, HandOver handOver) =>
        handOver.State is { Length: > 0 } state && state == exchange.Query("state") && state == exchange.Cookie(HandOverCookieName(state));

    // One cookie a login, so that two tabs do not overwrite each other's.
    private static string HandOverCookieName(string state) => HandOverCookie + state[..Math.Min(state.Length, 12)];

    private Task StartAsync(Exchange exchange, Company? company, string named)
    {
        company ??= service.Blueprint.CompanyForUnknown([.. service.Companies.Of(exchange.Site.Dress)]);
        if (company is null)
        {
            return service.RefuseAsync(
                exchange, "company", $"We know no company for this {named}. Check the spelling, or ask your administrator.", StatusCodes.Status404NotFound);
        }

        company = service.Blueprint.AskedCompany(company, [.. service.Companies.Of(exchange.Site.Dress)]);
        if (service.Blueprint.HonoursActivation && !company.Configuration.SsoActivated)
        {
            return service.RefuseAsync(
                exchange, "not-activated", $"Single sign-on is not activated for {company.Configuration.Domain}.", StatusCodes.Status403Forbidden, company.Configuration.Domain);
        }

        if (service.Memory.Health.HasForgottenWhomToAsk)
        {
            return service.RefuseAsync(exchange, "identity-provider", "Choose your identity provider.", StatusCodes.Status200OK);
        }

        if (!company.Configuration.IsSetUp)
        {
            return service.RefuseAsync(
                exchange, "not-set-up", $"Single sign-on is not set up for {company.Configuration.Domain}.", StatusCodes.Status403Forbidden, company.Configuration.Domain);
        }

        if (exchange.Site.Pages == exchange.Site.Responses)
        {
            return AskAsync(exchange, company, handOverState: null);
        }

        var state = RandomNumberGenerator.GetHexString(32, lowercase: true);
        exchange.SetCookie(HandOverCookieName(state), state, SameSiteMode.Lax, isForLoginOnly: true);
        return exchange.RedirectAsync(
            $"{exchange.Site.Responses}/oauth2/authorize?identity_provider={Uri.EscapeDataString(company.Configuration.Domain)}"
            + $"&response_type=code&state={state}&returnTo={Uri.EscapeDataString(ReturnTo(exchange))}");
    }

    /// <summary>Sends the browser to the identity provider.</summary>
    public Task AskAsync(Exchange exchange, Company company, string? handOverState, bool isTest = false)
    {
        var id = service.Blueprint.NewRequestId();

        // Amazon Cognito, on which Aircall runs, sends far more than the 80 bytes of saml-bindings 3.5.3.
        var random = RandomNumberGenerator.GetHexString(exchange.Site.Dress == Dress.Aircall ? 240 : 32, lowercase: true);
        var front = service.Blueprint.Front;
        var relayState = front.NewRelayState(random, exchange.Site.Pages + ReturnTo(exchange));
        var pending = new PendingRequest
        {
            Id = id,
            Company = company.Key,
            RelayState = relayState,
            CookieName = (exchange.Site.IsSecure ? "__Host-login-" : "login-") + front.PendingCookieName(random),
            BrowserSecret = RandomNumberGenerator.GetHexString(32, lowercase: true),
            ReturnTo = ReturnTo(exchange),
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
            IsTest = isTest,
        };
        service.Memory.Requests.Add(pending, exchange.Now);
        if (front.GivesSessionIdBeforeLogin && exchange.Cookie(exchange.SessionCookieName) is null)
        {
            exchange.SetCookie(exchange.SessionCookieName, RandomNumberGenerator.GetHexString(64, lowercase: true), front.SessionCookieSameSite, isForLoginOnly: false);
        }

        exchange.SetCookie(pending.CookieName, pending.BrowserSecret, service.Blueprint.PendingCookieSameSite, isForLoginOnly: true);
        var addresses = front.AddressesFor(exchange, service.Companies.Addresses(exchange.Site, company));
        var request = new AuthnRequest(company, addresses with { EntityId = service.Blueprint.AskingName(company, addresses.EntityId) }, pending, front);
        var signing = company.Configuration.SignRequests ? service.RequestCertificate : null;
        if (company.Binding == SingleSignOnBinding.Redirect)
        {
            var url = front.ShapeRequestUrl(request.RedirectUrl(relayState, signing));
            return front.ShowsIdpInFrame
                ? Pages.WriteAsync(exchange, PostPage.Frame(url))
                : exchange.RedirectAsync(url, front.ForbidsKeeping);
        }

        return Pages.WriteAsync(exchange, PostPage.Of(exchange.Site, front.ShapePostUrl(company.SingleSignOnUrl), request.PostValue(signing), relayState));
    }

    private Company? GenericCompany(Exchange exchange) => exchange.Query("company") is { Length: > 0 } domain
        ? service.Companies.Find(Dress.Generic, domain)
        : service.Companies.Of(Dress.Generic).FirstOrDefault();

    private bool OffersPassword(Dress dress) => service.Companies.Of(dress).Any(company => company.AllowsOtherWays || company.Configuration.BreakGlass is not null);
}
