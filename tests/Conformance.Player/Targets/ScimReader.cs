using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Targets;

/// <summary>Reads the section <c>scim</c> of a target file.</summary>
internal static class ScimReader
{
    private static readonly string[] Keys = ["url", "token", "token-file", "scheme", "other-token", "read-only-token", "domain", "user", "group"];

    public static ScimSettings? Read(MapReader map, List<ScenarioProblem> problems)
    {
        if (map.Map("scim", "\"scim\"", Keys) is not { } scim)
        {
            return null;
        }

        if (scim.RequiredScalar("url") is not { } url)
        {
            return null;
        }

        if (scim.Scalar("token") is null && scim.Scalar("token-file") is null)
        {
            problems.Add(new ScenarioProblem(scim.Location, "\"scim\" says no token. Write token: ${env.NAME}, or token-file: PATH."));
        }

        return new ScimSettings
        {
            Url = url.ToText(),
            Token = scim.Scalar("token")?.ToText(),
            TokenFile = scim.Text("token-file"),
            Scheme = scim.Text("scheme") ?? "Bearer",
            OtherToken = scim.Scalar("other-token")?.ToText(),
            ReadOnlyToken = scim.Scalar("read-only-token")?.ToText(),
            Domain = scim.Scalar("domain")?.ToText(),
            User = Document(scim.Map("user")),
            Group = Document(scim.Map("group")),
        };
    }

    private static MapValue? Document(YamlMap? map) => map is null ? null : (MapValue)Value(map);

    private static Value Value(YamlNode node) => node switch
    {
        YamlScalar scalar => new TextValue(scalar.ToText(), scalar.IsNull, scalar.IsPlain),
        YamlList list => new ListValue([.. list.Items.Select(Value)], list.Location),
        _ => new MapValue([.. ((YamlMap)node).Entries.Select(entry => KeyValuePair.Create(entry.Key.ToText(), Value(entry.Value)))], node.Location),
    };
}
