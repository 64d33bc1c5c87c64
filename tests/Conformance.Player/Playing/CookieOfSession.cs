using Conformance.Player.Drivers;

namespace Conformance.Player.Playing;

/// <summary>Finds by trying which cookie makes the session: the one without which, or by which alone, somebody is signed in.</summary>
internal static class CookieOfSession
{
    /// <summary>Whether a cookie is the service provider's; on loopback the suite's own identity provider shares the host.</summary>
    public static bool IsTheTargets(StoredCookie cookie) => !cookie.Name.StartsWith("fake-idp-", StringComparison.Ordinal);

    /// <summary>The cookie with the attributes that it was set with; <c>null</c> when no single one makes the session.</summary>
    public static async Task<StoredCookie?> FindAsync(Play play, CancellationToken cancellationToken)
    {
        var cookies = (await play.Driver.CookiesAsync(cancellationToken)).Where(IsTheTargets).ToList();
        if (!await SignedInAsync(play, cookies, cancellationToken))
        {
            return null;
        }

        foreach (var cookie in cookies)
        {
            if (!await SignedInAsync(play, cookies.Where(other => other != cookie), cancellationToken))
            {
                return AsSet(cookie, play.Driver);
            }
        }

        foreach (var cookie in cookies)
        {
            if (await SignedInAsync(play, [cookie], cancellationToken))
            {
                return AsSet(cookie, play.Driver);
            }
        }

        return null;
    }

    private static async Task<bool> SignedInAsync(Play play, IEnumerable<StoredCookie> cookies, CancellationToken cancellationToken)
    {
        await using var reader = await play.Ground.NewDriverAsync(browser: false, cancellationToken);
        await reader.AdoptAsync([.. cookies], cancellationToken);
        return (await play.Stage.Probe.ReadAsync(reader, keepCookies: false, cancellationToken)).IsSignedIn;
    }

    // A browser tells an absent SameSite and its own default apart no longer; the header that set the cookie does.
    private static StoredCookie AsSet(StoredCookie cookie, IDriver driver)
    {
        var header = driver.Hops.SelectMany(hop => hop.ResponseHeaders)
            .Where(header => header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase) && header.Value.StartsWith(cookie.Name + "=", StringComparison.Ordinal))
            .Select(header => header.Value).LastOrDefault();
        if (header is null)
        {
            return cookie;
        }

        var attributes = header.Split(';').Skip(1).Select(part => part.Trim()).ToList();
        var sameSite = attributes.Find(part => part.StartsWith("SameSite=", StringComparison.OrdinalIgnoreCase))?["SameSite=".Length..] ?? string.Empty;
        return cookie with { SameSite = sameSite.Length == 0 ? string.Empty : char.ToUpperInvariant(sameSite[0]) + sameSite[1..].ToLowerInvariant() };
    }
}
