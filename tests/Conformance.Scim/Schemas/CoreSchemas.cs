using System.Text.Json.Nodes;

namespace Conformance.Scim.Schemas;

/// <summary>The schemas of RFC 7643 4 and 8.7.1, with the characteristics that it gives them.</summary>
public static class CoreSchemas
{
    /// <summary>The core user.</summary>
    public static ScimSchema User { get; } = Load("user.json");

    /// <summary>The core group.</summary>
    public static ScimSchema Group { get; } = Load("group.json");

    /// <summary>The enterprise extension of a user.</summary>
    public static ScimSchema EnterpriseUser { get; } = Load("enterprise-user.json");

    /// <summary>A user with the enterprise extension.</summary>
    public static ResourceSchema Users { get; } = new(User, [EnterpriseUser]);

    /// <summary>A group.</summary>
    public static ResourceSchema Groups { get; } = new(Group, []);

    private static ScimSchema Load(string name)
    {
        using var stream = typeof(CoreSchemas).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The schema {name} is not built in.");
        using var reader = new StreamReader(stream);
        return SchemaJson.TryRead((JsonObject)ScimJson.TryParse(reader.ReadToEnd())!)!;
    }
}
