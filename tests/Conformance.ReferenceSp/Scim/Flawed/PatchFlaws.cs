using System.Text.Json.Nodes;
using Conformance.Scim;
using Conformance.Scim.Resources;
using static Conformance.ReferenceSp.Scim.Flawed.ScimFlaws;

namespace Conformance.ReferenceSp.Scim.Flawed;

/// <summary>What changes are taken for.</summary>
internal static class PatchFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        Of("strict", "Reads the bodies of clients as the RFC has them and no other way.", ["SCS-30", "SCS-32"], scim => scim with { Dialect = WireDialect.Rfc }),
        Reads("patch-does-nothing", "Answers PATCH with the user as it was.", ["SCS-24", "SCS-25", "SCS-29", "SCS-30", "SCS-31", "SCS-32", "SCS-34"], call => call.Method == "PATCH" ? call with { Method = "GET" } : call),
        Of("patch-by-halves", "Keeps what was changed before an operation failed.", ["SCS-26"], scim => scim with { PatchesAtomically = false }),
        Of("patch-forgives", "Passes over operations that cannot be carried out.", ["SCS-25", "SCS-26", "SCS-27"], scim => scim with { IgnoresBadPatches = true }),
        Patch("patch-replaces-whole", "Replaces a complex attribute as a whole where a part is meant.", ["SCS-24"], operation =>
        {
            if (operation.Path() == "name" && operation.Op() == "replace")
            {
                operation["path"] = null;
                operation["value"] = new JsonObject { ["name"] = new JsonObject { ["givenName"] = null, ["familyName"] = operation["value"]?["familyName"]?.DeepClone() } };
            }

            return operation;
        }),
        Patch("patch-ignores-filter", "Changes all values, whatever the filter in the path chooses.", ["SCS-25", "SCS-34"], operation =>
        {
            var path = operation.Path();
            if (path.IndexOf('[', StringComparison.Ordinal) is > 0 and var open && operation.Op() == "remove")
            {
                operation["path"] = path[..open];
            }

            return operation;
        }),
        Patch("patch-finds-always", "Makes a value where the filter in the path chooses none, for replace too.", ["SCS-25"], operation =>
        {
            if (operation.Path().Contains("nowhere", StringComparison.Ordinal))
            {
                operation["op"] = "add";
            }

            return operation;
        }),
        Reads("patch-backwards", "Applies the last operation first.", ["SCS-24"], call => call.Method != "PATCH" ? call : call.Body(body =>
            body["Operations"] = new JsonArray([.. (body["Operations"] as JsonArray ?? []).Reverse().Select(operation => operation!.DeepClone())]))),
        Patch("patch-guesses-operation", "Takes an operation that it does not know for replace.", ["SCS-27"], operation =>
        {
            if (operation.Op() is not ("add" or "remove" or "replace"))
            {
                operation["op"] = "replace";
            }

            return operation;
        }),
        Writes("patch-unknown-is-fine", "Answers 204 to a change of a user who does not exist.", ["SCS-27"], (call, answer) =>
            call.Method == "PATCH" && answer.Status == 404 ? new ScimAnswer(204) : answer),
        Answers("patch-adds-once", "Refuses to add a value that is there already.", ["SCS-24"], call =>
            Any(call, operation => operation.Op() == "add" && operation.Path() == "displayName") ? ScimAnswer.Refused(409, ScimTypes.Uniqueness, "The value exists.") : null),
        Answers("patch-needs-path", "Refuses a change without path.", ["SCS-24"], call => Any(call, operation => operation.Path().Length == 0 && operation.Op() != "remove")
            ? ScimAnswer.Refused(400, ScimTypes.InvalidPath, "Say the path.")
            : null),
        Answers("patch-knows-no-urn", "Refuses a path that begins with a schema.", ["SCS-24", "SCS-36"], call => Any(call, operation => operation.Path().StartsWith("urn:", StringComparison.Ordinal))
            ? ScimAnswer.Refused(400, ScimTypes.InvalidPath, "There is no such attribute.")
            : null),
        Patch("patch-adds-by-replacing", "Replaces all values where one is to be added.", ["SCS-24", "SCS-32", "SCS-34"], operation =>
        {
            if (operation.Op() == "add" && operation.Path() is "members" or "emails")
            {
                operation["op"] = "replace";
            }

            return operation;
        }),
        Patch("patch-replaces-by-adding", "Adds the values that are to replace the others.", ["SCS-24", "SCS-34"], operation =>
        {
            if (operation.Op() == "replace" && operation.Path() is "members" or "emails")
            {
                operation["op"] = "add";
            }

            return operation;
        }),
        Patch("active-is-not-changed", "Answers 200 to a deactivation and deactivates nobody.", ["SCS-29", "SCS-30"], operation =>
            operation.Path() == "active" || operation["value"] is JsonObject value && value.ContainsKey("active") ? null : operation),
        Writes("many-primaries", "Leaves primary where it was when another value gets it.", ["SCS-28"], (_, answer) => answer.WithResources(resource =>
        {
            foreach (var email in (resource["emails"] as JsonArray ?? []).OfType<JsonObject>())
            {
                email["primary"] = true;
            }
        })),
    ];

    private static Flaw Patch(string name, string story, IReadOnlyList<string> meantFor, Func<JsonObject, JsonObject?> change) =>
        Reads(name, story, meantFor, call => call.Operations(change) is { } changed && changed.Method == "PATCH" && !Any(changed, _ => true) && Any(call, _ => true)
            ? changed with { Method = "GET" }
            : call.Operations(change));

    private static bool Any(ScimCall call, Func<JsonObject, bool> isMeant) => call.Method == "PATCH"
        && ScimJson.TryParseObject(call.BodyText)?["Operations"] is JsonArray operations && operations.OfType<JsonObject>().Any(isMeant);
}
