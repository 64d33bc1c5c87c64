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
        var bodies = play.Driver.Hops
            .Where(hop => !hop.IsProbe && hop.ResponseHeader("Content-Type")?.Contains("html", StringComparison.OrdinalIgnoreCase) == true)
            .Select(hop => (hop.Url, Body: Encoding.UTF8.GetString(hop.ResponseBody)))
            .Append((play.Driver.Page.Url, play.Driver.Page.Body));
        return bodies.Where(page => Uri.TryCreate(page.Url, UriKind.Absolute, out var url) && url.Authority != idp)
            .Max(page => new HtmlPage(new Uri(page.Url), page.Body).Count("[data-planted]"));
    }
}
