using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Sessions;
using Conformance.ReferenceSp.Web.Administration;
using Conformance.ReferenceSp.Xml;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Web;

/// <summary>The assertion consumer service: runs the checks, then signs in or says why not.</summary>
internal sealed class AcsEndpoint(Service service)
{
    public async Task HandleAsync(Exchange exchange, Company addressed, CompanyAddresses addresses)
    {
        var request = await ReadAsync(exchange);
        if (CompanyOf(exchange, request, addressed) is not { } company)
        {
            await service.RefuseAsync(
                exchange, "company", "Invalid samlResponse or relayState from identity provider: it belongs to no login that was started here.", StatusCodes.Status403Forbidden);
            return;
        }

        if (service.Blueprint.HonoursActivation && !company.Configuration.SsoActivated)
        {
            await service.RefuseAsync(
                exchange, "not-activated", $"Single sign-on is not activated for {company.Configuration.Domain}.", StatusCodes.Status403Forbidden, company.Configuration.Domain);
            return;
        }

        if (!company.Configuration.IsSetUp)
        {
            await service.RefuseAsync(
                exchange, "not-set-up", $"Single sign-on is not set up for {company.Configuration.Domain}.", StatusCodes.Status403Forbidden, company.Configuration.Domain);
            return;
        }

        var test = service.Memory.Requests.FindByRelayState(request.RelayState, exchange.Now) is { IsTest: true } asked && asked.Company == company.Key;
        var attempt = new LoginAttempt
        {
            Blueprint = test ? service.Blueprint.Without("account", "suspended") : service.Blueprint,
            Request = request,
            Company = company,
            Companies = service.Companies.All,
            Addresses = addresses,
            Memory = service.Memory,
            Now = exchange.Now,
            Skew = service.Blueprint.Skew(service.Skew),
        };
        var refusal = attempt.Run();
        if (service.Blueprint.DiesOf(Encoding.UTF8.GetString(attempt.Message)))
        {
            exchange.Http.Abort();
            return;
        }

        var taken = service.Memory.Health.Taken;
        service.Blueprint.AfterMessage(service.Memory.Health, attempt.Response, company);
        if (service.Memory.Health.Taken > taken)
        {
            await Service.HangAsync(exchange.Http);
            return;
        }

        if (refusal is not null)
        {
            service.Blueprint.AfterRefusal(service.Memory.Health);
        }

        if (await service.IsOutAsync(exchange.Http))
        {
            return;
        }

        if (test)
        {
            await ConnectionTest.FinishAsync(service, exchange, attempt.Pending, refusal);
            return;
        }

        if (refusal is not null)
        {
            if (!service.Blueprint.Front.KeepsSessionOnRefusal)
            {
                service.Memory.Sessions.End(exchange.Cookie(exchange.SessionCookieName));
            }

            if (service.Blueprint.Front.AfterRefusal(request.RelayState) is { } elsewhere)
            {
                await exchange.RedirectAsync(elsewhere);
                return;
            }

            await service.RefuseAsync(
                exchange, refusal.Check, refusal.Sentence, StatusCodes.Status403Forbidden, company.Configuration.Domain, refusal.Clause);
            return;
        }

        await SignInAsync(exchange, attempt);
    }

    private Task SignInAsync(Exchange exchange, LoginAttempt attempt)
    {
        if (attempt.Pending is { } pending)
        {
            exchange.DeleteCookie(pending.CookieName, service.Blueprint.PendingCookieSameSite);
        }

        attempt.Company.IsProven = true;
        var session = new Session
        {
            User = attempt.User!,
            IsBySingleSignOn = true,
            NameId = attempt.NameId,
            NameIdFormat = attempt.NameIdFormat,
            NameIdAttributes = NameIdAttributes(attempt),
            SessionIndex = attempt.Assertion.Element("AuthnStatement", XmlNames.Assertion)?.Value("SessionIndex"),
            Attributes = attempt.Attributes,
            Ends = service.Blueprint.Front.HonoursSessionEnd ? attempt.SessionEnds : null,
        };
        var landing = service.Blueprint.LandingPage(attempt.Pending, attempt.Request.RelayState);
        if (!service.Blueprint.Front.KeepsLineBreaksOutOfHeaders)
        {
            SplitHeaders(exchange, attempt.Request.RelayState);
        }

        if (!exchange.IsAtResponsesHost)
        {
            LoginEndpoints.SignIn(service, exchange, session);
            return GoOnAsync(exchange, attempt.Request, landing);
        }

        var code = RandomNumberGenerator.GetHexString(64, lowercase: true);
        var state = attempt.Pending?.HandOverState;
        service.Memory.HandOvers.Add(code, new HandOver(session, landing, state, exchange.Now + TimeSpan.FromMinutes(1)));
        return exchange.RedirectAsync($"{exchange.Site.Pages}/login/callback?code={code}&state={state}");
    }

    private static Dictionary<string, string> NameIdAttributes(LoginAttempt attempt) =>
        (attempt.Assertion.Element("Subject", XmlNames.Assertion)?.Element("NameID", XmlNames.Assertion)?.Attributes.OfType<XmlAttribute>() ?? [])
            .Where(attribute => attribute.NamespaceURI.Length == 0)
            .ToDictionary(attribute => attribute.Name, attribute => attribute.Value, StringComparer.Ordinal);

    private Task GoOnAsync(Exchange exchange, AcsRequest request, string landing)
    {
        var front = service.Blueprint.Front;
        if (front.ShowsRelayState)
        {
            return Pages.WriteAsync(exchange, new Page
            {
                Title = "Signed in",
                HasContentSecurityPolicy = false,
                Body = $"<h1>You are signed in</h1><p>{request.RelayState}</p><p><a href=\"{Pages.Encode(landing)}\">Go on</a></p>",
            });
        }

        var answer = front.KeepsAnswerOutOfAddress ? string.Empty : $"{(landing.Contains('?', StringComparison.Ordinal) ? '&' : '?')}SAMLResponse={Uri.EscapeDataString(request.FormSamlResponse.ToString()[..100])}";
        return exchange.RedirectAsync(landing + answer);
    }

    /// <summary>Where several companies share an address, the login that was started says which one is meant.</summary>
    private Company? CompanyOf(Exchange exchange, AcsRequest request, Company addressed)
    {
        var sharing = service.Companies.Of(exchange.Site.Dress).ToList();
        if (exchange.Site.Dress != Dress.Aircall || sharing.Count == 1)
        {
            return addressed;
        }

        var pending = service.Memory.Requests.FindByRelayState(request.RelayState, exchange.Now);
        return pending is null ? service.Blueprint.GuessCompany(sharing) : service.Companies.FindByKey(pending.Company);
    }

    // What a server does that writes headers without looking at them; ours would not let a line break pass.
    private static void SplitHeaders(Exchange exchange, string? relayState)
    {
        foreach (var line in (relayState ?? string.Empty).Split(["\r\n", "\n", "%0d%0a"], StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var parts = line.Split(':', 2);
            exchange.Http.Response.Headers[parts[0]] = parts.Length > 1 ? parts[1].Trim() : string.Empty;
        }
    }

    private static async Task<AcsRequest> ReadAsync(Exchange exchange)
    {
        var request = exchange.Http.Request;
        var form = exchange.IsPost && request.HasFormContentType
            ? await request.ReadFormAsync(exchange.Http.RequestAborted)
            : FormCollection.Empty;
        return new AcsRequest
        {
            Method = request.Method,
            ContentType = request.ContentType ?? "",
            FormSamlResponse = form["SAMLResponse"],
            QuerySamlResponse = request.Query["SAMLResponse"],
            Query = request.QueryString.Value ?? "",
            RelayState = (form.ContainsKey("RelayState") ? form["RelayState"] : request.Query["RelayState"]).FirstOrDefault(),
            Cookie = exchange.Cookie,
        };
    }
}
