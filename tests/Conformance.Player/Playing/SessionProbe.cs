using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Player.Drivers;
using Conformance.Player.Targets;

namespace Conformance.Player.Playing;

/// <summary>Asks the service provider who is signed in. Never a status code alone, never the wording of a page: a value that only a session shows.</summary>
internal sealed class SessionProbe(SessionReading reading, string url)
{
    private static readonly TimeSpan RegexLimit = TimeSpan.FromSeconds(1);

    /// <summary>The page that is read.</summary>
    public string Url => url;

    public async Task<SessionState> ReadAsync(IDriver driver, bool keepCookies, CancellationToken cancellationToken) =>
        Interpret(await driver.ReadAsync(url, keepCookies && !IsJson, cancellationToken));

    /// <summary>Whether the session can be read without a page of the browser, so that reading leaves no trace in it.</summary>
    public bool CanReadAside => IsJson || reading.User.Kind != FinderKind.Json;

    /// <summary>Whether the session is read from JSON, for which no page needs to be shown.</summary>
    public bool IsJson => reading.User.Kind == FinderKind.Json;

    public SessionState Interpret(PageView page)
    {
        // Sent elsewhere (to the identity provider, to a login page of another host): whatever stands there is not this session.
        if (page.Trouble is not null || !SameHost(page.Url, url))
        {
            return new SessionState { Page = page };
        }

        using var json = ParseJson(page.Body);
        var html = json is null ? new HtmlPage(new Uri(page.Url), page.Body) : null;
        if (Value(reading.User, json, html, page) is not { Length: > 0 } user)
        {
            return new SessionState { Page = page };
        }

        var attributes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (reading.AllAttributes is { Kind: FinderKind.Json } all && json is not null && JsonPath.Find(json.RootElement, all.Expression) is { } element)
        {
            foreach (var (name, values) in JsonPath.NamedValues(element))
            {
                attributes[name] = values;
            }
        }

        foreach (var (name, finder) in reading.Attributes)
        {
            if (Values(finder, json, html, page) is { Count: > 0 } values)
            {
                attributes[name] = values;
            }
        }

        return new SessionState
        {
            Page = page,
            User = user,
            Role = reading.Role is { } role ? Value(role, json, html, page) : null,
            Attributes = attributes,
        };
    }

    private static JsonDocument? ParseJson(string body)
    {
        var start = body.AsSpan().TrimStart();
        if (start.Length == 0 || start[0] is not ('{' or '['))
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool SameHost(string a, string b) =>
        Uri.TryCreate(a, UriKind.Absolute, out var left) && Uri.TryCreate(b, UriKind.Absolute, out var right)
        && string.Equals(left.Authority, right.Authority, StringComparison.OrdinalIgnoreCase);

    private static string? Value(Finder finder, JsonDocument? json, HtmlPage? html, PageView page) =>
        Values(finder, json, html, page) is { Count: > 0 } values ? values[0] : null;

    private static IReadOnlyList<string> Values(Finder finder, JsonDocument? json, HtmlPage? html, PageView page)
    {
        var one = finder.Kind switch
        {
            FinderKind.Json => null,
            FinderKind.Label => html?.ValueLabelled(finder.Expression),
            FinderKind.Css => html?.ValueAt(finder.Expression),
            FinderKind.Text => Regex.Match(page.Text, finder.Expression, RegexOptions.None, RegexLimit) is { Success: true } match
                ? match.Groups[match.Groups.Count > 1 ? 1 : 0].Value
                : null,
            _ => null,
        };
        if (finder.Kind != FinderKind.Json)
        {
            return one is null ? [] : [one];
        }

        return json is not null && JsonPath.Find(json.RootElement, finder.Expression) is { } element ? JsonPath.Texts(element) : [];
    }
}
