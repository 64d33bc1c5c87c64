using System.Text.Json.Nodes;

namespace Conformance.Fakes.Provisioning;

/// <summary>How one vendor writes what all of them say.</summary>
internal interface IScimDialect
{
    /// <summary>The body of a new user, without those of <see cref="SourcePerson"/>'s values that are empty.</summary>
    JsonObject NewUser(IReadOnlyList<KeyValuePair<string, string?>> values, bool active);

    /// <summary>The operations that change some attributes; a value that is <see langword="null"/> became empty.</summary>
    IEnumerable<JsonObject> Changes(IReadOnlyList<KeyValuePair<string, string?>> changes, Func<string, bool> isThere);

    /// <summary>The operation that activates or deactivates.</summary>
    JsonObject Activity(bool active);

    /// <summary>The operation that names the manager.</summary>
    JsonObject Manager(string id);

    /// <summary>The body of a new group; members follow.</summary>
    JsonObject NewGroup(SourceGroup group);

    /// <summary>The operation that renames a group.</summary>
    JsonObject Rename(string name);

    /// <summary>The operations that add members.</summary>
    IEnumerable<JsonObject> AddMembers(IReadOnlyList<string> ids);

    /// <summary>The operations that remove members.</summary>
    IEnumerable<JsonObject> RemoveMembers(IReadOnlyList<string> ids);
}
