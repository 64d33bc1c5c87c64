using System.Text.Json.Nodes;
using Conformance.Scim;
using static Conformance.ReferenceSp.Scim.Flawed.ScimFlaws;

namespace Conformance.ReferenceSp.Scim.Flawed;

/// <summary>What goes wrong when a user or group is made.</summary>
internal static class CreateFlaws
{
    private static int _count;

    public static IReadOnlyList<Flaw> All { get; } =
    [
        Writes("created-is-ok", "Answers 200 to a user that it has created.", ["SCS-08", "SCS-30", "SCS-31"], (call, answer) =>
            call.Method == "POST" && answer.Status == 201 ? answer with { Status = 200 } : answer),
        Writes("created-nowhere", "Answers 201 without a Location.", ["SCS-08", "SCS-34"], (_, answer) => answer with { Location = null }),
        Writes("created-is-not-shown", "Answers 201 with the id of the user and nothing else of it.", ["SCS-08"], (call, answer) =>
            call.Method == "POST" && answer is { Status: 201, Body: JsonObject made } ? answer with { Body = new JsonObject { ["id"] = made["id"]?.DeepClone() } } : answer),
        Writes("shows-no-name", "Leaves userName out of the user that it shows.", ["SCS-08"], (call, answer) =>
            call is { Method: "GET", Path: ["Users", _] } ? answer.With(body => body.Remove("userName")) : answer),
        Writes("located-elsewhere", "Gives another address in meta.location than in Location.", ["SCS-08"], (call, answer) =>
            answer.WithResources(resource => resource["meta"]?.AsObject().Remove("location"))),
        Writes("drops-titles", "Takes title and keeps none, though its schema has it.", ["SCS-08"], (_, answer) => answer.WithResources(resource => resource.Remove("title"))),
        Writes("drops-details", "Takes name and e-mail addresses and keeps neither, though its schema has them.", ["SCS-08"], (call, answer) => answer.WithResources(resource =>
        {
            _ = resource.Remove("name");
            _ = resource.Remove("emails");
        })),
        Writes("drops-extensions", "Takes what extends the core user and keeps none of it, though it has the schema.", ["SCS-30", "SCS-36"], (_, answer) =>
            answer.WithResources(resource => resource.Remove(ScimUrns.EnterpriseUser))),
        Reads("creates-active", "Makes every new user active, whatever is said.", ["SCS-29"], call =>
            call.IsFor("POST", "Users") ? call.Body(body => body.Remove("active")) : call),
        Of("keeps-anything", "Stores attributes that no schema of it has, and shows them.", ["SCS-37"], scim => scim with { Write = Altered.Remembering("favouriteColour") }),
        Of("takes-sent-id", "Takes the id that the client sends for its own.", ["SCS-09"], scim => scim with { Write = Altered.Remembering("id") }),
        Of("takes-sent-meta", "Keeps the meta that the client sends.", ["SCS-09"], scim => scim with { Write = Altered.Remembering("meta") }),
        Of("takes-sent-groups", "Keeps the groups that the client sends with a user.", ["SCS-09"], scim => scim with { Write = Altered.Remembering("groups") }),
        Reads("needs-no-name", "Makes up a userName where there is none.", ["SCS-10", "SCS-23"], call => call.Method is "POST" or "PUT" && call.Path is ["Users", ..]
            ? call.Body(body => body["userName"] ??= $"made-up-{Interlocked.Increment(ref _count)}")
            : call),
        Answers("bad-json-crashes", "Fails itself on a body that is no JSON.", ["SCS-10"], call =>
            call.Method == "POST" && ScimJson.TryParseObject(call.BodyText) is null ? ScimAnswer.Refused(500, null, "Unexpected token.") : null),
        Of("takes-duplicates", "Creates users whatever their names.", ["SCS-11", "SCS-31"], scim => scim with { KeepsUserNamesUnique = false }),
        Writes("duplicate-is-bad-request", "Answers 400 to a name that is taken.", ["SCS-11"], (_, answer) =>
            answer.Status == 409 ? ScimAnswer.Refused(400, ScimTypes.InvalidValue, "The name is taken.") : answer),
        Of("names-by-letter", "Takes names in other letter case for others.", ["SCS-11"], scim => scim with { PrepareUserName = name => name, KeepsUserNamesUnique = true }),
        Of("renames-unchecked", "Holds names apart when users are created, not when they are renamed.", ["SCS-11"], scim => scim with { ChecksRenames = false }),
        Reads("names-as-written", "Reads attribute names only as the schema spells them.", ["SCS-38"], call =>
            call.BodyText.Contains("\"USERNAME\"", StringComparison.Ordinal) ? call.Body(body => body.Remove("userName")) : call),
        Answers("refuses-null", "Refuses null.", ["SCS-30", "SCS-39"], call =>
            call.BodyText.Contains(":null", StringComparison.Ordinal) ? ScimAnswer.Refused(400, ScimTypes.InvalidValue, "null is no value.") : null),
        Writes("encodes-texts", "Stores texts as they stand in HTML.", ["SCS-47"], (_, answer) => answer.WithResources(resource =>
        {
            if (ScimJson.Text(resource, "displayName") is { } name)
            {
                resource["displayName"] = System.Net.WebUtility.HtmlEncode(name);
            }
        })),
        Writes("counts-seconds", "Writes times as seconds since 1970.", ["SCS-48"], (call, answer) => answer.WithResources(resource =>
        {
            if (resource["meta"] is JsonObject meta)
            {
                meta["created"] = call.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        })),
        Writes("reading-modifies", "Sets lastModified whenever somebody reads.", ["SCS-48"], (call, answer) => answer.WithResources(resource =>
        {
            if (resource["meta"] is JsonObject meta && call.IsGet)
            {
                meta["lastModified"] = call.Now.AddMilliseconds(Interlocked.Increment(ref _count)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
            }
        })),
    ];
}
