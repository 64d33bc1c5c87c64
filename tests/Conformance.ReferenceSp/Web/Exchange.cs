using Conformance.ReferenceSp.Companies;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Web;

/// <summary>One HTTP request at one site.</summary>
internal sealed record Exchange(HttpContext Http, Site Site, DateTimeOffset Now)
{
    private const int CookieMinutes = 15;

    public string Path => Http.Request.Path.Value ?? "/";

    public bool IsGet => HttpMethods.IsGet(Http.Request.Method) || HttpMethods.IsHead(Http.Request.Method);

    public bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>Whether the host is the one for responses and not the one for pages.</summary>
    public bool IsAtResponsesHost => Site.Pages != Site.Responses && Site.Responses.EndsWith("//" + Http.Request.Host.Host, StringComparison.Ordinal);

    public bool WantsJson => Path.EndsWith(".json", StringComparison.Ordinal)
        || Http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);

    // The __Host- prefix keeps other hosts of the domain from planting the cookie; it needs TLS.
    public string SessionCookieName => Site.IsSecure && SessionCookieIsSecure ? "__Host-session" : "session";

    public bool SessionCookieIsSecure { get; init; } = true;

    public string Query(string name) => Http.Request.Query[name].ToString();

    /// <summary>The form that was posted; empty where none was.</summary>
    public async Task<IFormCollection> FormAsync() =>
        Http.Request.HasFormContentType ? await Http.Request.ReadFormAsync(Http.RequestAborted) : FormCollection.Empty;

    public string? Cookie(string name) => Http.Request.Cookies[name];

    public void SetCookie(string name, string value, SameSiteMode sameSite, bool isForLoginOnly, Action<CookieOptions>? shape = null)
    {
        var options = new CookieOptions
        {
            HttpOnly = true,
            Secure = Site.IsSecure,
            Path = "/",
            // SameSite=None needs Secure. On plain http the identity provider is the same site (127.0.0.1), where Lax is enough.
            SameSite = sameSite == SameSiteMode.None && !Site.IsSecure ? SameSiteMode.Lax : sameSite,
            MaxAge = isForLoginOnly ? TimeSpan.FromMinutes(CookieMinutes) : null,
        };
        shape?.Invoke(options);
        Http.Response.Cookies.Append(name, value, options);
    }

    public void DeleteCookie(string name, SameSiteMode sameSite) => Http.Response.Cookies.Delete(name, new CookieOptions
    {
        HttpOnly = true,
        Secure = Site.IsSecure,
        Path = "/",
        SameSite = sameSite == SameSiteMode.None && !Site.IsSecure ? SameSiteMode.Lax : sameSite,
    });

    /// <summary>Sends the browser on; an address that carries a message is not to be kept (saml-bindings 3.4.5.1).</summary>
    public Task RedirectAsync(string location, bool forbidsKeeping = true)
    {
        // After a POST the browser has to go on with GET, which only 303 says.
        Http.Response.StatusCode = IsPost ? StatusCodes.Status303SeeOther : StatusCodes.Status302Found;
        Http.Response.Headers.Location = location;
        if (forbidsKeeping)
        {
            Http.Response.Headers.CacheControl = "no-cache, no-store";
            Http.Response.Headers.Pragma = "no-cache";
        }

        return Task.CompletedTask;
    }
}
