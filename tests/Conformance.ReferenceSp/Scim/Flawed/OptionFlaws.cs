using System.Text.Json.Nodes;
using static Conformance.ReferenceSp.Scim.Flawed.ScimFlaws;

namespace Conformance.ReferenceSp.Scim.Flawed;

/// <summary>What goes wrong with versions and bulk requests, which the server says that it has.</summary>
internal static class OptionFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        Writes("no-version", "Says that it has ETags, and gives none.", ["SCS-40"], (_, answer) =>
            (answer with { EntityTag = null }).WithResources(resource => resource["meta"]?.AsObject().Remove("version"))),
        Reads("always-sends", "Passes over If-None-Match, and sends again what the client has.", ["SCS-40"], call => call with
        {
            Headers = call.Headers.Where(header => !header.Key.Equals("If-None-Match", StringComparison.OrdinalIgnoreCase)).ToDictionary(StringComparer.OrdinalIgnoreCase),
        }),
        Of("overwrites", "Passes over If-Match.", ["SCS-40"], scim => scim with { HonoursIfMatch = false }),
        Bulk("bulk-does-one", "Carries out the first operation of a bulk request.", body =>
            body["Operations"] = new JsonArray([.. body["Operations"]!.AsArray().Take(1).Select(operation => operation!.DeepClone())])),
        Bulk("bulk-stops", "Stops a bulk request at the first error, though nobody asked for it.", body => body["failOnErrors"] = 1),
        Bulk("bulk-goes-on", "Passes over failOnErrors.", body => body.Remove("failOnErrors")),
        Reads("bulk-knows-no-reference", "Does not put ids in place of bulkIds.", ["SCS-41"], call =>
            call.Path is ["Bulk"] ? call with { BodyText = call.BodyText.Replace("bulkId:", "reference:", StringComparison.Ordinal) } : call),
    ];

    private static Flaw Bulk(string name, string story, Action<JsonObject> change) =>
        Reads(name, story, ["SCS-41"], call => call.Path is ["Bulk"] ? call.Body(change) : call);
}
