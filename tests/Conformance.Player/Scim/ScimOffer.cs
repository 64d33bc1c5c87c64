using System.Text.Json.Nodes;
using Conformance.Scim;
using Conformance.Scim.Schemas;

namespace Conformance.Player.Scim;

/// <summary>What a SCIM server says of itself, and what it was seen to keep.</summary>
internal sealed record ScimOffer
{
    /// <summary>Why nothing can be shown about the server; <c>null</c> while a usual user is created and deleted.</summary>
    public string? Trouble { get; init; }

    public JsonObject? Configuration { get; init; }

    public IReadOnlyList<JsonObject> ResourceTypes { get; init; } = [];

    public IReadOnlyList<ScimSchema> Schemas { get; init; } = [];

    /// <summary>The user that was made to see what comes back; <c>null</c>: none could be made.</summary>
    public JsonObject? SeenUser { get; init; }

    /// <summary>What was sent to make that user.</summary>
    public JsonObject? SentUser { get; init; }

    public ScimSchema? UserSchema => Schema(ScimUrns.User);

    public ScimSchema? Schema(string urn) => Schemas.FirstOrDefault(schema => string.Equals(schema.Id, urn, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the configuration says that something is supported; <c>null</c> when it says nothing.</summary>
    public bool? Supports(string feature) => Configuration is { } configuration && ScimJson.Find(configuration, feature, out var part)
        && part is JsonObject described && ScimJson.Find(described, "supported", out var supported) && supported is JsonValue value && value.TryGetValue<bool>(out var flag)
            ? flag
            : null;

    /// <summary>Whether a text came back as it was sent: a server may fill such an attribute itself (RFC 7644 3.3).</summary>
    public bool CameBack(string attribute) => SeenUser is { } seen && SentUser is { } sent && ScimJson.Text(sent, attribute) is { } text && ScimJson.Text(seen, attribute) == text;

    /// <summary>Whether users have that attribute, to be written and read: by the schema, or where none describes it, because it came back.</summary>
    public bool Keeps(string attribute) => UserSchema is { } schema && attribute != "externalId"
        ? schema.Find(attribute) is { Mutability: "readWrite" or "immutable" } found && found.Returned is "default" or "always"
        : SeenUser is { } seen && ScimJson.Find(seen, attribute, out var value) && !ScimJson.IsUnassigned(value);
}
