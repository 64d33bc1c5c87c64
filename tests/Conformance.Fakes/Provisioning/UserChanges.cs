using System.Text.Json.Nodes;

namespace Conformance.Fakes.Provisioning;

/// <summary>What differs between what the server has and what it should have.</summary>
internal static class UserChanges
{
    /// <summary>The attributes to send, with their new values; <see langword="null"/> for those that became empty.</summary>
    public static IReadOnlyList<KeyValuePair<string, string?>> Between(
        IReadOnlyDictionary<string, string?> pushed, IReadOnlyList<KeyValuePair<string, string?>> values) =>
        [.. values.Where(value => !string.Equals(pushed.GetValueOrDefault(value.Key), value.Value, StringComparison.Ordinal))];

    /// <summary>The whole user for PUT: what the server has, with what the client manages put in its place (RFC 7644 3.5.1).</summary>
    public static JsonObject Replacement(
        JsonObject? existing, IScimDialect dialect, IReadOnlyList<KeyValuePair<string, string?>> values, bool active, ClientHabits habits)
    {
        if (existing is null)
        {
            return dialect.NewUser(values, active);
        }

        var replacement = (JsonObject)existing.DeepClone();
        foreach (var readOnly in new[] { "meta", "groups" })
        {
            ResourcePath.Remove(replacement, readOnly);
        }

        ResourcePath.Remove(replacement, "active");
        replacement["active"] = habits.WritesBooleansAsText ? active ? "True" : "False" : active;
        foreach (var (path, value) in values.Where(value => value.Value is not null || habits.ClearsAttributes))
        {
            ResourcePath.Write(replacement, path, value);
        }

        return replacement;
    }
}
