using System.Net;
using System.Security.Cryptography;
using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Sessions;

namespace Conformance.ReferenceSp.Web.Administration;

/// <summary>"Test Connection": a login whose answer is examined and signs nobody in.</summary>
internal sealed class ConnectionTest(Service service, LoginEndpoints login)
{
    private const string SettingsPath = "/settings/security/single-sign-on";

    public async Task StartAsync(Exchange exchange, Company company)
    {
        if (!company.Configuration.IsSetUp)
        {
            await ShowAsync(service, exchange, "Single sign-on is not set up yet.");
        }
        else if (await AddressFaultAsync(exchange, company) is { } fault)
        {
            await ShowAsync(service, exchange, fault);
        }
        else
        {
            await login.AskAsync(exchange, company, handOverState: null, isTest: true);
        }
    }

    /// <summary>Tells the administrator which field the answer shows to be wrong.</summary>
    public static Task FinishAsync(Service service, Exchange exchange, PendingRequest? pending, Refusal? refusal)
    {
        if (pending is not null)
        {
            service.Memory.Requests.Take(pending);
            exchange.DeleteCookie(pending.CookieName, service.Blueprint.PendingCookieSameSite);
        }

        return ShowAsync(service, exchange, refusal is null ? null : $"{Field(refusal.Check)}: {refusal.Sentence}");
    }

    public static Notice? Notice(Service service, Exchange exchange) =>
        exchange.Query("test") is { Length: > 0 } code && service.Memory.ConnectionTests.TryRemove(code, out var fault)
            ? fault.Length == 0 ? new Notice(false, "The connection works.") : new Notice(true, $"The connection does not work. {fault}")
            : null;

    private static Task ShowAsync(Service service, Exchange exchange, string? fault)
    {
        var code = RandomNumberGenerator.GetHexString(32, lowercase: true);
        service.Memory.ConnectionTests[code] = service.Blueprint.ReportTest(fault) ?? "";
        return exchange.RedirectAsync($"{SettingsPath}?test={code}");
    }

    // Nobody comes back from a wrong address, so it is looked at before a browser is sent there.
    private async Task<string?> AddressFaultAsync(Exchange exchange, Company company)
    {
        if (service.Http is not { } http)
        {
            return null;
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, company.SingleSignOnUrl);
            using var response = await http.SendAsync(request, exchange.Http.RequestAborted);

            // Without a request identity providers answer what they like, so only "there is no such page" says something.
            return response.StatusCode == HttpStatusCode.NotFound ? "SSO URL: there is no such page." : null;
        }
        catch (HttpRequestException)
        {
            return "SSO URL: nobody answers there.";
        }
    }

    private static string Field(string check) => check switch
    {
        "response-signature" or "assertion-signature" or "assertion-is-signed" or "signature-algorithms" => "Certificate",
        "response-issuer" or "assertion-issuer" => "Issuer / Entity ID",
        "audience" => "Entity ID",
        "destination" or "recipient" => "ACS URL",
        "required-attributes" or "account-name" => "Attributes",
        _ => "The response",
    };
}
