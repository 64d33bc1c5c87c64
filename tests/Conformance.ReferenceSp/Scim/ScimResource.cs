using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Scim;

namespace Conformance.ReferenceSp.Scim;

/// <summary>A user or group as the store has it.</summary>
internal sealed record ScimResource
{
    public required string Id { get; init; }

    /// <summary>The key of the company that it belongs to.</summary>
    public required string Company { get; init; }

    /// <summary><c>Users</c> or <c>Groups</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its attributes, without id, meta and what follows from other resources.</summary>
    public required JsonObject Content { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset LastModified { get; init; }

    public int Version { get; init; } = 1;

    public string EntityTag => $"W/\"{Version.ToString(CultureInfo.InvariantCulture)}\"";

    public string Name => ScimJson.Text(Content, Type == "Users" ? "userName" : "displayName") ?? "";

    public IEnumerable<string> MemberIds =>
        (Content["members"] as JsonArray)?.OfType<JsonObject>().Select(member => ScimJson.Text(member, "value")).OfType<string>() ?? [];

    public ScimResource Changed(JsonObject content, DateTimeOffset now) => ScimJson.Same(content, Content)
        ? this
        : this with { Content = content, LastModified = now, Version = Version + 1 };
}
