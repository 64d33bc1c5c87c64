using Microsoft.Playwright;

namespace Conformance.Player.Drivers;

/// <summary>Between the browser's form of a cookie and ours.</summary>
internal static class BrowserCookies
{
    public static StoredCookie FromPlaywright(BrowserContextCookiesResult cookie) => new(
        cookie.Name,
        cookie.Value,
        cookie.Domain,
        cookie.Path,
        cookie.Secure,
        cookie.HttpOnly,
        cookie.SameSite.ToString(),
        cookie.Expires < 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds((long)(cookie.Expires * 1000)),
        DateTimeOffset.UnixEpoch);

    public static Cookie ToPlaywright(StoredCookie cookie) => new()
    {
        Name = cookie.Name,
        Value = cookie.Value,
        Domain = cookie.Domain,
        Path = cookie.Path,
        Secure = cookie.Secure,
        HttpOnly = cookie.HttpOnly,
        SameSite = Enum.TryParse<SameSiteAttribute>(cookie.SameSite, out var sameSite) ? sameSite : SameSiteAttribute.Lax,
        Expires = cookie.Expires is { } expires ? expires.ToUnixTimeMilliseconds() / 1000f : null,
    };
}
