using System.Text.Json.Nodes;

namespace Conformance.Player.Provisioning;

/// <summary>What a server says when it is asked for the users of a name.</summary>
/// <param name="Users">Those that it shows.</param>
/// <param name="Trouble">Why it shows none whether or not there are any, such as a refused key; <c>null</c>: these are all.</param>
internal sealed record FoundUsers(IReadOnlyList<JsonObject> Users, string? Trouble = null);
