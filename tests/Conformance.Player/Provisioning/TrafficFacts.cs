using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Fakes.ScimServer;
using Conformance.Player.Playing;
using Conformance.Scim;
using Conformance.Scim.Filters;

namespace Conformance.Player.Provisioning;

/// <summary>What a scenario can say about one request of a provisioning client.</summary>
internal static class TrafficFacts
{
    /// <summary>The names of the facts, beside paths that begin with <c>$</c> and <c>kind $…</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "authorized", "content-type", "accept", "if-match", "query", "filter", "filter-is-valid", "filter-value", "schemas", "ops", "op-paths", "member-count", "referred-ids", "whole-removals", "primaries", "status", "text",
    ];

    /// <summary>The values of a fact; none where it does not hold.</summary>
    /// <exception cref="ArgumentException">There is no such fact.</exception>
    public static IReadOnlyList<string> Of(ScimTraffic request, string fact) => fact switch
    {
        "authorized" => [request.IsAuthorized ? "true" : "false"],
        "content-type" => Header(request, "Content-Type"),
        "accept" => Header(request, "Accept"),
        "if-match" => Header(request, "If-Match"),
        "query" => [request.RawQuery],
        "filter" => One(request.Filter),
        "filter-is-valid" => request.Filter is null ? [] : [Parse(request.Filter) is null ? "false" : "true"],
        "filter-value" => Parse(request.Filter) is Comparison { Value: { } value } comparison && IsName(comparison.Attribute.Name) && value.TryGetValue<string>(out var text) ? [text] : [],
        "schemas" => request.Body is JsonObject body && ScimJson.Find(body, "schemas", out var schemas) && schemas is JsonArray urns ? Joined(urns.Select(urn => urn?.ToString() ?? "null")) : [],
        "ops" => Joined(Operations(request).Select(operation => ScimJson.Text(operation, "op") ?? "none")),
        "op-paths" => Joined(Operations(request).Select(operation => ScimJson.Text(operation, "path") ?? "none")),
        "member-count" => [References(request).Count().ToString(CultureInfo.InvariantCulture)],
        "referred-ids" => Joined(References(request)),
        "whole-removals" => [Operations(request).Count(RemovesAll).ToString(CultureInfo.InvariantCulture)],
        "primaries" => request.Body is JsonObject user && ScimJson.Find(user, "emails", out var emails) && emails is JsonArray list
            ? [list.OfType<JsonObject>().Count(email => email["primary"]?.ToJsonString() == "true").ToString(CultureInfo.InvariantCulture)]
            : ["0"],
        "status" => [request.Status.ToString(CultureInfo.InvariantCulture)],
        "text" => [request.Text],
        _ when fact.StartsWith("kind $", StringComparison.Ordinal) => One(At(request, fact["kind ".Length..])?.ValueKind switch
        {
            null or JsonValueKind.Undefined => null,
            JsonValueKind.True or JsonValueKind.False => "boolean",
            { } kind => kind.ToString().ToLowerInvariant(),
        }),
        _ when fact.StartsWith('$') => At(request, fact) is { } found
            ? found.ValueKind == JsonValueKind.False ? ["false"] : JsonPath.Texts(found)
            : [],
        _ => throw new ArgumentException($"A request has no \"{fact}\". Write {string.Join(", ", Names)}, a path such as $.active, or kind $.active.", nameof(fact)),
    };

    private static JsonElement? At(ScimTraffic request, string path)
    {
        if (request.Body is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(request.Body.ToJsonString());
        return JsonPath.Find(document.RootElement.Clone(), path);
    }

    private static Filter? Parse(string? filter)
    {
        try
        {
            return filter is null ? null : FilterParser.Parse(filter, []);
        }
        catch (ScimException)
        {
            // That it cannot be read is what the scenario asks about.
            return null;
        }
    }

    // Whom a client looks for, it looks for by one of these; what else it filters by is not compared.
    private static bool IsName(string attribute) =>
        string.Equals(attribute, "userName", StringComparison.OrdinalIgnoreCase) || string.Equals(attribute, "emails", StringComparison.OrdinalIgnoreCase);

    private static bool RemovesAll(JsonObject operation) =>
        string.Equals(ScimJson.Text(operation, "op"), "remove", StringComparison.OrdinalIgnoreCase)
        && string.Equals(ScimJson.Text(operation, "path"), "members", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<JsonObject> Operations(ScimTraffic request) =>
        request.Body is JsonObject body && ScimJson.Find(body, "Operations", out var operations) && operations is JsonArray list ? list.OfType<JsonObject>() : [];

    // Identifiers of other resources: members and managers, in new resources, values and filters.
    private static IEnumerable<string> References(ScimTraffic request)
    {
        var values = Operations(request)
            .Where(operation => ScimJson.Text(operation, "path") is { } path && (path.Contains("members", StringComparison.OrdinalIgnoreCase) || path.Contains("manager", StringComparison.OrdinalIgnoreCase)))
            .SelectMany(operation => Ids(operation["value"]).Concat(InFilter(ScimJson.Text(operation, "path")!)));
        var body = request.Body as JsonObject;
        var members = body is not null && ScimJson.Find(body, "members", out var list) ? Ids(list) : [];
        var manager = body is not null && ScimJson.Find(body, ScimUrns.EnterpriseUser, out var extension) && extension is JsonObject enterprise ? Ids(enterprise["manager"]) : [];
        return values.Concat(members).Concat(manager);
    }

    private static IEnumerable<string> Ids(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Ids),
        JsonObject item => Ids(item["value"]),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static IEnumerable<string> InFilter(string path) => path.Split('"') is [_, var id, ..] ? [id] : [];

    private static IReadOnlyList<string> Header(ScimTraffic request, string name) => One(request.Headers.GetValueOrDefault(name));

    private static IReadOnlyList<string> One(string? value) => value is null ? [] : [value];

    private static IReadOnlyList<string> Joined(IEnumerable<string> values) => string.Join(' ', values) is { Length: > 0 } text ? [text] : [];
}
