using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Player.Playing;
using Conformance.Scenarios.Model;
using Conformance.Scim;
using Conformance.Scim.Schemas;

namespace Conformance.Player.Scim;

/// <summary>Makes the bodies of requests: what a scenario says, in a resource that this server accepts.</summary>
internal sealed class ScimDocuments(ScimAccess access, VariableScope scope, Func<string> unique)
{
    /// <summary>A user with what identity providers usually send, what the server's own schema requires, and what is asked for.</summary>
    public JsonObject User(MapValue? wanted, IReadOnlyList<string> without)
    {
        var name = $"scim-{unique()}";
        var userName = $"{name}@{access.Domain}";
        var user = ScimJson.NewObject();
        user["schemas"] = new JsonArray(ScimUrns.User);
        user["userName"] = userName;
        user["externalId"] = $"ext-{name}";
        user["name"] = Object(("givenName", "Ada"), ("familyName", $"Scim {access.Marker}"), ("formatted", $"Ada Scim {access.Marker}"));
        user["displayName"] = $"Ada {name}";
        var email = Object(("value", userName), ("type", "work"));
        email["primary"] = true;
        user["emails"] = new JsonArray(email);
        user["active"] = true;
        AddRequired(user, access.Offer.UserSchema, name);
        return Finished(user, access.Settings.User, wanted, without);
    }

    /// <summary>A group with what is asked for.</summary>
    public JsonObject Group(MapValue? wanted, IReadOnlyList<string> without)
    {
        var name = $"Scim group {unique()}";
        var group = ScimJson.NewObject();
        group["schemas"] = new JsonArray(ScimUrns.Group);
        group["displayName"] = name;
        AddRequired(group, access.Offer.Schema(ScimUrns.Group), name);
        return Finished(group, access.Settings.Group, wanted, without);
    }

    /// <summary>A piece of a scenario as JSON: unquoted true, false, null and numbers are such, all else is text.</summary>
    public JsonNode? Json(Value value) => value switch
    {
        TextValue { IsNull: true } => null,
        TextValue text => Scalar(text),
        ListValue list => new JsonArray([.. list.Items.Select(Json)]),
        MapValue map when (map["usual"] as TextValue)?.Text.Raw is "user" => User(map, []),
        MapValue map when (map["usual"] as TextValue)?.Text.Raw is "group" => Group(map, []),
        MapValue map => Object(map),
        _ => throw new InvalidOperationException($"{value.Location}: a value of kind {value.GetType().Name} is no JSON."),
    };

    /// <summary>A map of a scenario as an object.</summary>
    public JsonObject Object(MapValue map)
    {
        var node = ScimJson.NewObject();
        foreach (var (key, value) in map.Entries)
        {
            node[key.Bind(scope.ValueOf)] = Json(value);
        }

        return node;
    }

    /// <summary>The operations of a PATCH in their envelope.</summary>
    public JsonObject Patch(ListValue operations)
    {
        var body = ScimJson.NewObject();
        body["schemas"] = new JsonArray(ScimUrns.PatchOp);
        body["Operations"] = Json(operations);
        return body;
    }

    private static JsonObject Object(params (string Name, string Value)[] members)
    {
        var node = ScimJson.NewObject();
        foreach (var (name, value) in members)
        {
            node[name] = value;
        }

        return node;
    }

    private static void AddRequired(JsonObject resource, ScimSchema? schema, string name)
    {
        foreach (var attribute in schema?.Attributes.Where(attribute => attribute is { Required: true, Mutability: not "readOnly" } && !resource.ContainsKey(attribute.Name)) ?? [])
        {
            var value = Example(attribute, name);
            resource[attribute.Name] = attribute.MultiValued ? new JsonArray(value) : value;
        }
    }

    private static JsonNode Example(ScimAttribute attribute, string name)
    {
        if (attribute.IsComplex)
        {
            var complex = ScimJson.NewObject();
            var required = attribute.SubAttributes.Where(sub => sub.Required).ToList();
            foreach (var sub in required.Count > 0 ? required : [.. attribute.SubAttributes.Where(sub => sub is { Mutability: not "readOnly", Type: "string" }).Take(1)])
            {
                complex[sub.Name] = Example(sub, name);
            }

            return complex;
        }

        return attribute.Type switch
        {
            "boolean" => true,
            "integer" => 1,
            "decimal" => 1.5,
            "dateTime" => "2026-01-01T00:00:00Z",
            "reference" => "https://example.com/" + name.Replace(' ', '-'),
            "binary" => "c2NpbQ==",
            _ => attribute.CanonicalValues.Count > 0 ? attribute.CanonicalValues[0] : attribute.Name == "password" ? "Kx9#scim-Trial-2026" : name,
        };
    }

    private JsonObject Finished(JsonObject resource, MapValue? template, MapValue? wanted, IReadOnlyList<string> without)
    {
        Merge(resource, template);

        // First what is left out, so that a scenario can say the same again under another spelling.
        foreach (var name in without)
        {
            _ = resource.Remove(name);
        }

        Merge(resource, wanted);
        foreach (var urn in resource.Select(entry => entry.Key).Where(key => key.StartsWith("urn:", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            if (resource["schemas"] is JsonArray schemas && !schemas.Any(known => known?.ToString() == urn))
            {
                schemas.Add(urn);
            }
        }

        return resource;
    }

    private void Merge(JsonObject resource, MapValue? part)
    {
        if (part is not null)
        {
            foreach (var (name, value) in Object(part).ToList().Where(entry => entry.Key != "usual"))
            {
                // What a scenario says of a complex attribute stands in place of the whole, so that nothing of the usual is left in it.
                resource[name] = value?.DeepClone();
            }
        }

    }

    private JsonValue Scalar(TextValue text)
    {
        var bound = text.Text.Bind(scope.ValueOf);
        return text.IsPlain && text.Text.Variables.All(name => name.StartsWith("case.", StringComparison.Ordinal))
            ? bound switch
            {
                "true" => JsonValue.Create(true),
                "false" => JsonValue.Create(false),
                _ when long.TryParse(bound, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
                _ => JsonValue.Create(bound),
            }
            : JsonValue.Create(bound);
    }
}
