using System.Globalization;
using System.Text;
using Conformance.Player.Drivers;

namespace Conformance.Player.Playing;

/// <summary>What a browser rests at: the page, and the HTTP answer that brought it.</summary>
internal sealed class RestingPage(Play play)
{
    /// <summary>The field that counts elements which a message has smuggled into a page.</summary>
    public const string Planted = "planted";

    /// <summary>The header that a message tries to smuggle in: it may stand in any answer on the way, not only in the last.</summary>
    private const string PlantedHeader = "X-Planted";

    private readonly Hop? _hop = play.Driver.Hops.LastOrDefault(hop => !hop.IsProbe);

    /// <summary>The value of a field, or of a header by its name; <c>null</c> when it is absent.</summary>
    public string? Value(string field)
    {
        var page = play.Driver.Page;
        return field switch
        {
            "url" => page.Url,
            "status" => page.Status.ToString(CultureInfo.InvariantCulture),
            "text" => page.Text.Length == 0 ? null : page.Text,
            "body" => page.Body,
            "framing" => MayBeFramed() ? "allowed" : "forbidden",
            Planted => CountPlanted().ToString(CultureInfo.InvariantCulture),
            PlantedHeader => play.Driver.Hops.Where(hop => !hop.IsProbe).Select(hop => hop.ResponseHeader(PlantedHeader)).FirstOrDefault(value => value is not null),
            _ => Header(field),
        };
    }

    private string? Header(string name) => _hop?.ResponseHeaders
        .Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).ToList() is { Count: > 0 } values
            ? string.Join(", ", values)
            : null;

    private bool MayBeFramed() =>
        Header("X-Frame-Options") is null && Header("Content-Security-Policy")?.Contains("frame-ancestors", StringComparison.OrdinalIgnoreCase) != true;

    // In every page that the service provider showed on the way, not only in the last. The identity provider's own pages do not count.
    private int CountPlanted()
    {
        var idp = new Uri(play.Stage.Idp.SingleSignOnUrl(play.Stage.Application)).Authority;
        return play.Driver.Hops.Where(hop => !hop.IsProbe)
            .Select(hop => (hop.Url, Type: hop.ResponseHeader("Content-Type"), Body: Encoding.UTF8.GetString(hop.ResponseBody)))
            .Append((play.Driver.Page.Url, Type: (string?)play.Driver.Page.ContentType, play.Driver.Page.Body))
            .Where(page => IsMarkup(page.Type) && Uri.TryCreate(page.Url, UriKind.Absolute, out var url) && url.Authority != idp)
            .Select(page => new HtmlPage(new Uri(page.Url), page.Body).Count("[data-planted]"))
            .DefaultIfEmpty().Max();
    }

    // A browser shows JSON and plain text as they are; an answer that says nothing of its type it takes for HTML when it looks like it.
    private static bool IsMarkup(string? contentType) =>
        string.IsNullOrEmpty(contentType) || contentType.Contains("html", StringComparison.OrdinalIgnoreCase);
}
