using System.Security.Cryptography;
using System.Text;
using Conformance.ReferenceSp.Sessions;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Web.Doors;

/// <summary>Passwords: in the form, for a token, in the Authorization header.</summary>
internal sealed class PasswordDoor(Service service, Doorkeeper keeper)
{
    private const string Wrong = "The e-mail address or the password is wrong.";

    public async Task SignInAsync(Exchange exchange)
    {
        if (!exchange.IsPost || !exchange.Http.Request.HasFormContentType)
        {
            await Pages.WriteAsync(exchange, LoginPage.Password(exchange.Site));
            return;
        }

        var form = await exchange.FormAsync();
        var typed = form["email"].ToString();
        if (Find(exchange, typed, form["password"].ToString()) is not { } user)
        {
            await service.RefuseAsync(exchange, "password", Sentence(exchange, typed), StatusCodes.Status403Forbidden);
            return;
        }

        var company = keeper.CompanyOf(user);
        await (keeper.IsShut(exchange, company, typed, user.Email, Door.Password) ? keeper.RefuseAsync(exchange, company) : keeper.LetInAsync(exchange, user));
    }

    /// <summary>A token for programs, as mobile apps and command lines ask for one.</summary>
    public async Task TokenAsync(Exchange exchange)
    {
        var form = exchange.IsPost ? await exchange.FormAsync() : FormCollection.Empty;
        var typed = form["username"].ToString();
        var user = Find(exchange, typed, form["password"].ToString());
        var response = exchange.Http.Response;
        response.Headers.CacheControl = "no-store";
        if (user is null || keeper.IsShut(exchange, keeper.CompanyOf(user), typed, user.Email, Door.ApiToken))
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            await response.WriteAsJsonAsync(new { error = "invalid_grant" }, exchange.Http.RequestAborted);
            return;
        }

        var token = RandomNumberGenerator.GetHexString(64, lowercase: true);
        service.Memory.Sessions.Put(token, new Session { User = user });

        // Browsers of the product's own pages find the token in their cookie, as its mobile app does.
        exchange.SetCookie(exchange.SessionCookieName, token, SameSiteMode.Lax, isForLoginOnly: false);
        await response.WriteAsJsonAsync(new { access_token = token, token_type = "Bearer" }, exchange.Http.RequestAborted);
    }

    /// <summary>The session of a request that brings its password along; null: it brings none that counts.</summary>
    public Session? Basic(Exchange exchange)
    {
        var header = exchange.Http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.Ordinal))
        {
            return null;
        }

        var decoded = new byte[header.Length];
        var parts = Convert.TryFromBase64String(header["Basic ".Length..], decoded, out var length)
            ? Encoding.UTF8.GetString(decoded, 0, length).Split(':', 2)
            : [];
        return parts is [var typed, var password] && Find(exchange, typed, password) is { } user
            && !keeper.IsShut(exchange, keeper.CompanyOf(user), typed, user.Email, Door.BasicAuthentication)
            ? new Session { User = user }
            : null;
    }

    private ReferenceUser? Find(Exchange exchange, string typed, string password) => service.Memory.Users.SignIn(exchange.Site.Dress, typed, password);

    private string Sentence(Exchange exchange, string typed) => service.Blueprint.TellsWhoIsKnown
        ? service.Memory.Users.FindByEmail(exchange.Site.Dress, typed) is null ? "Nobody has this e-mail address." : "The password is wrong, and your company requires single sign-on."
        : Wrong;
}
