using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scim;
using static Conformance.ReferenceSp.Scim.Flawed.ScimFlaws;

namespace Conformance.ReferenceSp.Scim.Flawed;

/// <summary>What goes wrong when users are listed and shown.</summary>
internal static class ListFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        Writes("unknown-is-error", "Fails itself on an id that nobody has.", ["SCS-13", "SCS-31"], (call, answer) =>
            call.IsGet && answer.Status == 404 ? ScimAnswer.Refused(500, null, "Object reference not set.") : answer),
        Writes("unknown-is-empty", "Answers an unknown id with an empty object.", ["SCS-13"], (call, answer) =>
            call is { Method: "GET", Path: ["Users", _] } && answer.Status == 404 ? new ScimAnswer(200, new JsonObject()) : answer),
        Writes("list-is-array", "Answers with a bare list of users.", ["SCS-14", "SCS-31"], (call, answer) => call is { Method: "GET", Path: ["Users"] } && answer.Body is JsonObject body
            ? answer with { Body = (body["Resources"] ?? new JsonArray()).DeepClone() }
            : answer),
        Writes("total-is-text", "Writes totalResults as a text.", ["SCS-14"], (_, answer) =>
            answer.With(body => body["totalResults"] = body["totalResults"]?.ToString())),
        Writes("total-is-page", "Says the number on the page in place of the total.", ["SCS-15"], (_, answer) => answer.With(body =>
        {
            if (body["Resources"] is JsonArray resources)
            {
                body["totalResults"] = resources.Count;
            }
        })),
        Reads("ignores-count", "Returns all users, however many are asked for.", ["SCS-15"], call => call.Without("count")),
        Reads("starts-at-zero", "Counts startIndex from zero.", ["SCS-15"], call => call.Path is ["Users"]
            ? call.Parameter("startIndex", text => int.TryParse(text, out var index) ? (index + 1).ToString(CultureInfo.InvariantCulture) : text)
            : call),
        Answers("refuses-odd-pages", "Refuses pages that begin before the first or hold less than one.", ["SCS-15"], call =>
            IsBelow(call, "startIndex", 1) || IsBelow(call, "count", 0) ? ScimAnswer.Refused(400, ScimTypes.InvalidValue, "There is no such page.") : null),
        Answers("refuses-large-pages", "Refuses to return more than it wants instead of returning less.", ["SCS-15"], call =>
            call.Query.TryGetValue("count", out var count) && int.TryParse(count, out var number) && number > ScimPage.Most ? ScimAnswer.Refused(400, ScimTypes.TooMany, "That is too many.") : null),
        Writes("beyond-end-is-unknown", "Answers 404 to a page behind the last.", ["SCS-15"], (call, answer) =>
            call.Query.ContainsKey("startIndex") && answer.Body is JsonObject body && body["Resources"] is JsonArray { Count: 0 } ? ScimAnswer.Refused(404, null, "There is no such page.") : answer),
        Writes("nobody-is-unknown", "Answers 404 to a search that finds nobody.", ["SCS-18", "SCS-30", "SCS-31"], (call, answer) =>
            call.Query.ContainsKey("filter") && answer.Body is JsonObject body && body["totalResults"]?.ToString() == "0" ? ScimAnswer.Refused(404, null, "Nobody is found.") : answer),
        Reads("ignores-sort", "Says that it sorts, and does not.", ["SCS-20"], call => call.Without("sortBy")),
        Reads("sorts-down", "Sorts descending when nothing is said.", ["SCS-20"], call => call.Query.ContainsKey("sortBy") && !call.Query.ContainsKey("sortOrder")
            ? call with { Query = new Dictionary<string, string>(call.Query, StringComparer.OrdinalIgnoreCase) { ["sortOrder"] = "descending" } }
            : call),
        Reads("ignores-attributes", "Returns everything, whatever is asked for or excluded.", ["SCS-21", "SCS-22", "SCS-30"], call => call.Path is [.., ".search"]
            ? call.Body(body => body.Remove("attributes"))
            : call.Without("attributes", "excludedAttributes")),
        Writes("excludes-id", "Leaves out the id when it is excluded.", ["SCS-21"], (call, answer) =>
            call.Query.TryGetValue("excludedAttributes", out var list) && list.Contains("id", StringComparison.Ordinal) ? answer.With(body => body.Remove("id")) : answer),
        Of("shows-password", "Returns the password.", ["SCS-21"], scim => scim with { Write = Altered.Remembering("password") }),
        Reads("search-ignores-filter", "Answers a search by POST with all users.", ["SCS-22"], call => call.Path is [.., ".search"] ? call.Body(body => body.Remove("filter")) : call),
        Of("search-everywhere-shows-all", "Answers a search over users and groups with all that it has stored, passwords among it.", ["SCS-21", "SCS-22"], scim =>
            scim with { ProjectsEverywhere = false }),
        Writes("hides-inactive", "Leaves deactivated users out of its lists.", ["SCS-29", "SCS-30"], (call, answer) => call.Path is not ["Users"] ? answer : answer.With(body =>
        {
            if (body["Resources"] is JsonArray resources)
            {
                body["Resources"] = new JsonArray([.. resources.Where(user => user!["active"]?.GetValueKind() != JsonValueKind.False).Select(user => user!.DeepClone())]);
            }
        })),
    ];

    private static bool IsBelow(ScimCall call, string name, int least) =>
        call.Query.TryGetValue(name, out var text) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number < least;
}
