using System.Globalization;
using System.Net;

namespace Conformance.Player.Drivers;

/// <summary>
/// Keeps and hands out cookies as browsers do (RFC 6265bis): Domain, Path, Secure, expiry, name prefixes and SameSite. Loopback
/// counts as a trustworthy place, so Secure cookies work on plain <c>http://127.0.0.1</c>, as in browsers.
/// </summary>
internal sealed class CookieJar(TimeProvider clock)
{
    private readonly List<StoredCookie> _cookies = [];

    public IReadOnlyList<StoredCookie> All => [.. _cookies];

    public CookieJar Copy()
    {
        var copy = new CookieJar(clock);
        copy._cookies.AddRange(_cookies);
        return copy;
    }

    public void Add(StoredCookie cookie)
    {
        _cookies.RemoveAll(c => Same(c, cookie));
        _cookies.Add(cookie);
    }

    /// <summary>Stores what one Set-Cookie header says.</summary>
    public void Store(Uri url, string setCookie, bool crossSiteSubresource = false)
    {
        var parts = setCookie.Split(';');
        var equals = parts[0].IndexOf('=', StringComparison.Ordinal);
        if (equals < 1)
        {
            return;
        }

        var name = parts[0][..equals].Trim();
        var cookie = new StoredCookie(
            name, parts[0][(equals + 1)..].Trim(), url.Host, DefaultPath(url), false, false, string.Empty, null, clock.GetUtcNow());
        DateTimeOffset? maxAge = null;
        foreach (var attribute in parts.Skip(1))
        {
            var at = attribute.IndexOf('=', StringComparison.Ordinal);
            var key = (at < 0 ? attribute : attribute[..at]).Trim();
            var value = at < 0 ? string.Empty : attribute[(at + 1)..].Trim();
            if (key.Equals("Domain", StringComparison.OrdinalIgnoreCase) && value.Length > 0)
            {
                var domain = value.TrimStart('.').ToLowerInvariant();
                if (!IsWithin(url.Host, domain))
                {
                    return;
                }

                cookie = cookie with { Domain = IPAddress.TryParse(domain, out _) ? domain : "." + domain };
            }
            else if (key.Equals("Path", StringComparison.OrdinalIgnoreCase) && value.StartsWith('/'))
            {
                cookie = cookie with { Path = value };
            }
            else if (key.Equals("Secure", StringComparison.OrdinalIgnoreCase))
            {
                cookie = cookie with { Secure = true };
            }
            else if (key.Equals("HttpOnly", StringComparison.OrdinalIgnoreCase))
            {
                cookie = cookie with { HttpOnly = true };
            }
            else if (key.Equals("SameSite", StringComparison.OrdinalIgnoreCase))
            {
                cookie = cookie with { SameSite = Canonical(value) };
            }
            else if (key.Equals("Max-Age", StringComparison.OrdinalIgnoreCase)
                && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            {
                maxAge = seconds <= 0 ? DateTimeOffset.MinValue : clock.GetUtcNow().AddSeconds(Math.Min(seconds, 34_560_000));
            }
            else if (key.Equals("Expires", StringComparison.OrdinalIgnoreCase)
                && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expires))
            {
                cookie = cookie with { Expires = expires };
            }
        }

        cookie = cookie with { Expires = maxAge ?? cookie.Expires };
        if (!MayStore(url, cookie) || (crossSiteSubresource && cookie.SameSite is not "None"))
        {
            return;
        }

        var old = _cookies.Find(c => Same(c, cookie));
        _cookies.RemoveAll(c => Same(c, cookie));
        if (cookie.Expires is null || cookie.Expires > clock.GetUtcNow())
        {
            _cookies.Add(cookie with { Created = old?.Created ?? cookie.Created });
        }
    }

    /// <summary>The Cookie header for a top-level navigation; empty when no cookie goes along.</summary>
    /// <param name="url">Where the request goes.</param>
    /// <param name="method">Its method.</param>
    /// <param name="initiator">The page that started it; <c>null</c> when the person did, by typing the address.</param>
    public string HeaderFor(Uri url, HttpMethod method, Uri? initiator)
    {
        var now = clock.GetUtcNow();
        _cookies.RemoveAll(c => c.Expires <= now);
        var sameSite = initiator is null || Site.Same(initiator, url);
        var safe = method == HttpMethod.Get || method == HttpMethod.Head;
        return string.Join("; ", _cookies
            .Where(c => Matches(c, url) && (sameSite || CrossSite(c, safe, now)))
            .OrderByDescending(c => c.Path.Length).ThenBy(c => c.Created)
            .Select(c => $"{c.Name}={c.Value}"));
    }

    // A cookie without the attribute counts as Lax, but for two minutes browsers still send it along a cross-site POST.
    private static bool CrossSite(StoredCookie cookie, bool safe, DateTimeOffset now) => cookie.SameSite switch
    {
        "None" => true,
        "Strict" => false,
        "Lax" => safe,
        _ => safe || now - cookie.Created < TimeSpan.FromMinutes(2),
    };

    private static bool MayStore(Uri url, StoredCookie cookie)
    {
        var trustworthy = url.Scheme == "https" || Site.IsLoopback(url.Host);
        if (cookie.Secure && !trustworthy)
        {
            return false;
        }

        if (cookie.SameSite == "None" && !cookie.Secure)
        {
            return false;
        }

        return !(cookie.Name.StartsWith("__Secure-", StringComparison.Ordinal) && !cookie.Secure)
            && !(cookie.Name.StartsWith("__Host-", StringComparison.Ordinal)
                && (!cookie.Secure || cookie.Path != "/" || cookie.Domain.StartsWith('.')));
    }

    private static bool Matches(StoredCookie cookie, Uri url)
    {
        var host = url.Host.ToLowerInvariant();
        var hostFits = cookie.Domain.StartsWith('.')
            ? IsWithin(host, cookie.Domain[1..])
            : string.Equals(host, cookie.Domain, StringComparison.OrdinalIgnoreCase);
        var path = url.AbsolutePath;
        var pathFits = path == cookie.Path
            || (path.StartsWith(cookie.Path, StringComparison.Ordinal) && (cookie.Path.EndsWith('/') || path[cookie.Path.Length] == '/'));
        return hostFits && pathFits && (!cookie.Secure || url.Scheme == "https" || Site.IsLoopback(host));
    }

    private static bool Same(StoredCookie a, StoredCookie b) =>
        a.Name == b.Name && a.Path == b.Path && string.Equals(a.Domain, b.Domain, StringComparison.OrdinalIgnoreCase);

    private static bool IsWithin(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    private static string DefaultPath(Uri url)
    {
        var slash = url.AbsolutePath.LastIndexOf('/');
        return slash <= 0 ? "/" : url.AbsolutePath[..slash];
    }

    private static string Canonical(string sameSite) => sameSite.ToUpperInvariant() switch
    {
        "STRICT" => "Strict",
        "LAX" => "Lax",
        "NONE" => "None",
        _ => string.Empty,
    };
}
