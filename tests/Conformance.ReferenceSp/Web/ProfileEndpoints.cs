using Conformance.ReferenceSp.Logout;
using Conformance.ReferenceSp.Sessions;
using Conformance.ReferenceSp.Web.Doors;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Web;

/// <summary>Who is signed in, the pages behind the login, and the way out.</summary>
internal sealed class ProfileEndpoints(Service service, PasswordDoor password, LogoutEndpoint logout)
{
    public Task ProfileAsync(Exchange exchange)
    {
        var session = Find(exchange);
        return exchange.WantsJson
            ? WriteJsonAsync(exchange, session)
            : Pages.WriteAsync(exchange, session is null ? ProfilePage.Nobody(exchange.Site) : ProfilePage.Of(exchange.Site, session, service.Blueprint.Front.EncodeProfile));
    }

    public Task AppAsync(Exchange exchange)
    {
        if (Find(exchange) is { } session)
        {
            return Pages.WriteAsync(exchange, ProfilePage.Protected(exchange.Site, session, exchange.Path));
        }

        if (!service.Blueprint.Front.Logout.IsSilentOnExpiry
            && service.Memory.Sessions.Remembered(exchange.Cookie(exchange.SessionCookieName)) is { } expired && logout.Start(exchange, expired) is { } asked)
        {
            return asked;
        }

        return service.Blueprint.Front.ProtectedPageAsksForLogin
            ? exchange.RedirectAsync("/login?returnTo=" + Uri.EscapeDataString(exchange.Path + exchange.Http.Request.QueryString))
            : Pages.WriteAsync(exchange, ProfilePage.Nobody(exchange.Site));
    }

    public Task SignOutAsync(Exchange exchange)
    {
        if (service.Blueprint.Front.AfterSignOutTo(exchange.Query("returnTo")) is { } elsewhere)
        {
            service.Memory.Sessions.End(exchange.Cookie(exchange.SessionCookieName));
            exchange.DeleteCookie(exchange.SessionCookieName, SameSiteMode.Lax);
            return exchange.RedirectAsync(elsewhere);
        }

        if (Find(exchange) is { } session && logout.Start(exchange, session) is { } asked)
        {
            return asked;
        }

        if (service.Blueprint.EndsSessionAtServer)
        {
            service.Memory.Sessions.End(exchange.Cookie(exchange.SessionCookieName));
        }

        exchange.DeleteCookie(exchange.SessionCookieName, SameSiteMode.Lax);
        return service.Blueprint.Front.AfterSignOut is { } next
            ? exchange.RedirectAsync(next)
            : Pages.WriteAsync(exchange, ProfilePage.SignedOut(exchange.Site));
    }

    /// <summary>Who is signed in. An account that was deactivated or deleted since takes its sessions with it, and a new role counts at once.</summary>
    private Session? Find(Exchange exchange)
    {
        var session = service.Memory.Sessions.Find(Bearer(exchange) ?? exchange.Cookie(exchange.SessionCookieName), exchange.Now) ?? password.Basic(exchange);
        if (session is null || !service.Blueprint.Scim.EndsSessions)
        {
            return session;
        }

        var account = service.Memory.Users.FindById(session.User.Id);
        return account is null or { Suspended: true } ? null : session with { User = session.User with { Role = account.Role } };
    }

    private static string? Bearer(Exchange exchange) =>
        exchange.Http.Request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : null;

    private static Task WriteJsonAsync(Exchange exchange, Session? session)
    {
        var response = exchange.Http.Response;
        response.Headers.CacheControl = "no-store";
        if (session is null)
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
            return response.WriteAsJsonAsync(new { signedIn = false }, exchange.Http.RequestAborted);
        }

        var user = session.User;
        return response.WriteAsJsonAsync(
            new
            {
                signedIn = true,
                user = user.Account,
                email = user.Email,
                identifier = user.Identifier,
                nameId = session.NameId,
                nameIdFormat = session.NameIdFormat,
                attributes = session.ValuesByName,
                profile = user.Profile,
                role = user.Role,
                company = user.Company,
            },
            exchange.Http.RequestAborted);
    }
}
