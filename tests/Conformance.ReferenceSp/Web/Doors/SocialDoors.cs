using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Web.Doors;

/// <summary>Sign-in with Google and with Microsoft, by an authorization code (RFC 6749 4.1).</summary>
internal sealed class SocialDoors(Service service, Doorkeeper keeper)
{
    private const string StateCookie = "__Host-oauth";

    public static Task StartAsync(Exchange exchange, Door door)
    {
        var state = RandomNumberGenerator.GetHexString(32, lowercase: true);
        exchange.SetCookie(StateCookie, state, SameSiteMode.Lax, isForLoginOnly: true);
        return exchange.RedirectAsync(
            $"{Authorization(door)}?response_type=code&client_id=product&scope=openid%20email&state={state}&redirect_uri={Uri.EscapeDataString(Callback(exchange, door))}");
    }

    public async Task FinishAsync(Exchange exchange, Door door)
    {
        if (exchange.Query("state") is not { Length: > 0 } state || state != exchange.Cookie(StateCookie)
            || await RedeemAsync(exchange, door) is not { } email
            || service.Memory.Users.FindByEmail(exchange.Site.Dress, email) is not { } user)
        {
            await service.RefuseAsync(exchange, "account", "Nobody with this account may sign in here.", StatusCodes.Status403Forbidden);
            return;
        }

        exchange.DeleteCookie(StateCookie, SameSiteMode.Lax);
        var company = keeper.CompanyOf(user);
        await (keeper.IsShut(exchange, company, email, user.Email, door) ? keeper.RefuseAsync(exchange, company) : keeper.LetInAsync(exchange, user));
    }

    private async Task<string?> RedeemAsync(Exchange exchange, Door door)
    {
        if (service.Http is not { } http)
        {
            return null;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Token(door))
        {
            Content = new FormUrlEncodedContent(
            [
                new("grant_type", "authorization_code"), new("code", exchange.Query("code")), new("redirect_uri", Callback(exchange, door)),
            ]),
        };
        using var response = await http.SendAsync(request, exchange.Http.RequestAborted);
        if (!response.IsSuccessStatusCode)
        {
            return null;
        }

        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(exchange.Http.RequestAborted));
        return document.RootElement.TryGetProperty("email", out var email) ? email.GetString() : null;
    }

    private static string Authorization(Door door) => door == Door.Google
        ? "https://accounts.google.com/o/oauth2/v2/auth"
        : "https://login.microsoftonline.com/common/oauth2/v2.0/authorize";

    private static string Token(Door door) => door == Door.Google
        ? "https://oauth2.googleapis.com/token"
        : "https://login.microsoftonline.com/common/oauth2/v2.0/token";

    private static string Callback(Exchange exchange, Door door) => $"{exchange.Site.Pages}/login/{(door == Door.Google ? "google" : "microsoft")}/callback";
}
