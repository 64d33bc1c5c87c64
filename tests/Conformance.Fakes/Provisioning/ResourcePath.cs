using System.Text.Json.Nodes;

namespace Conformance.Fakes.Provisioning;

/// <summary>Reads a resource by the paths that clients map: <c>userName</c>, <c>name.givenName</c>, <c>emails[type eq "work"].value</c>, <c>urn:…:User:department</c>.</summary>
public static class ResourcePath
{
    internal const string User = "urn:ietf:params:scim:schemas:core:2.0:User";
    internal const string EnterpriseUser = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    internal const string Group = "urn:ietf:params:scim:schemas:core:2.0:Group";
    internal const string PatchOp = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    internal const string WorkEmail = "emails[type eq \"work\"].value";

    /// <summary>A member, its name compared without regard to case (RFC 7643 2.1).</summary>
    public static JsonNode? Find(JsonObject json, string name)
    {
        foreach (var (key, value) in json)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The text at a path; <see langword="null"/> where nothing stands.</summary>
    public static string? Read(JsonObject resource, string path)
    {
        var colon = path.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) ? path.LastIndexOf(':') : -1;
        if (colon > 0)
        {
            return Find(resource, path[..colon]) is JsonObject extension ? Read(extension, path[(colon + 1)..]) : null;
        }

        if (path.EndsWith("[type eq \"work\"].value", StringComparison.Ordinal))
        {
            var values = Find(resource, path.Split('[')[0]) is JsonArray array ? array.OfType<JsonObject>() : [];
            return values.Where(value => Text(Find(value, "type")) is "work").Select(value => Text(Find(value, "value"))).FirstOrDefault();
        }

        var parts = path.Split('.', 2);
        return parts.Length == 1 ? Text(Find(resource, path)) : Find(resource, parts[0]) is JsonObject inner ? Read(inner, parts[1]) : null;
    }

    /// <summary>Puts a text at a path, or takes away what stands there.</summary>
    internal static void Write(JsonObject resource, string path, JsonNode? value)
    {
        var colon = path.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) ? path.LastIndexOf(':') : -1;
        if (colon > 0)
        {
            Write(Child(resource, path[..colon]), path[(colon + 1)..], value);
            return;
        }

        if (path == WorkEmail)
        {
            Remove(resource, "emails");
            if (value is not null)
            {
                resource["emails"] = new JsonArray(new JsonObject { ["primary"] = true, ["type"] = "work", ["value"] = value });
            }

            return;
        }

        var parts = path.Split('.', 2);
        if (parts.Length == 2)
        {
            Write(Child(resource, parts[0]), parts[1], value);
            return;
        }

        Remove(resource, path);
        if (value is not null)
        {
            resource[path] = value;
        }
    }

    /// <summary>Takes away a member in whatever case it is written.</summary>
    internal static void Remove(JsonObject resource, string name)
    {
        foreach (var key in resource.Select(member => member.Key).Where(key => string.Equals(key, name, StringComparison.OrdinalIgnoreCase)).ToList())
        {
            resource.Remove(key);
        }
    }

    internal static string? Text(JsonNode? node) => node is JsonValue value
        ? value.TryGetValue<string>(out var text) ? text : value.ToJsonString()
        : null;

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (Find(parent, name) is JsonObject child)
        {
            return child;
        }

        parent[name] = child = [];
        return child;
    }
}
