using System.Text.Json.Nodes;

namespace Conformance.Scim.Schemas;

/// <summary>Schemas as documents, RFC 7643 7.</summary>
public static class SchemaJson
{
    /// <summary>Reads a schema as a server describes it. What is left out has the RFC's default.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The schema, or null when it has no id.</returns>
    public static ScimSchema? TryRead(JsonObject document) => ScimJson.Text(document, "id") is { } id
        ? new ScimSchema(id, ScimJson.Text(document, "name") ?? id, ScimJson.Text(document, "description") ?? "", Attributes(document, "attributes"))
        : null;

    /// <summary>Writes a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <returns>The document, without <c>meta</c>.</returns>
    public static JsonObject Write(ScimSchema schema)
    {
        var document = ScimJson.NewObject();
        document["schemas"] = new JsonArray(ScimUrns.Schema);
        document["id"] = schema.Id;
        document["name"] = schema.Name;
        document["description"] = schema.Description;
        document["attributes"] = new JsonArray([.. schema.Attributes.Select(Write)]);
        return document;
    }

    private static JsonObject Write(ScimAttribute attribute)
    {
        var document = ScimJson.NewObject();
        document["name"] = attribute.Name;
        document["type"] = attribute.Type;
        document["multiValued"] = attribute.MultiValued;
        document["description"] = attribute.Description;
        document["required"] = attribute.Required;
        if (attribute.Type is "string" or "reference" or "binary")
        {
            document["caseExact"] = attribute.CaseExact;
        }

        document["mutability"] = attribute.Mutability;
        document["returned"] = attribute.Returned;
        document["uniqueness"] = attribute.Uniqueness;
        AddTexts(document, "canonicalValues", attribute.CanonicalValues);
        AddTexts(document, "referenceTypes", attribute.ReferenceTypes);
        if (attribute.IsComplex)
        {
            document["subAttributes"] = new JsonArray([.. attribute.SubAttributes.Select(Write)]);
        }

        return document;
    }

    private static void AddTexts(JsonObject document, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            document[name] = new JsonArray([.. texts.Select(text => JsonValue.Create(text))]);
        }
    }

    private static IReadOnlyList<ScimAttribute> Attributes(JsonObject document, string name) =>
        ScimJson.Find(document, name, out var found) && found is JsonArray attributes
            ? [.. attributes.OfType<JsonObject>().Where(attribute => ScimJson.Text(attribute, "name") is not null).Select(Read)]
            : [];

    private static ScimAttribute Read(JsonObject document) => new()
    {
        Name = ScimJson.Text(document, "name")!,
        Type = ScimJson.Text(document, "type") ?? "string",
        MultiValued = Flag(document, "multiValued"),
        Description = ScimJson.Text(document, "description") ?? "",
        Required = Flag(document, "required"),
        CaseExact = Flag(document, "caseExact"),
        Mutability = ScimJson.Text(document, "mutability") ?? "readWrite",
        Returned = ScimJson.Text(document, "returned") ?? "default",
        Uniqueness = ScimJson.Text(document, "uniqueness") ?? "none",
        CanonicalValues = Texts(document, "canonicalValues"),
        ReferenceTypes = Texts(document, "referenceTypes"),
        SubAttributes = Attributes(document, "subAttributes"),
    };

    private static bool Flag(JsonObject document, string name) =>
        ScimJson.Find(document, name, out var found) && found is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    private static IReadOnlyList<string> Texts(JsonObject document, string name) =>
        ScimJson.Find(document, name, out var found) && found is JsonArray texts
            ? [.. texts.OfType<JsonValue>().Where(text => text.TryGetValue<string>(out _)).Select(text => text.GetValue<string>())]
            : [];
}
