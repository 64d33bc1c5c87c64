using Conformance.Fakes.IdentityProvider;
using Conformance.Saml.Names;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;

namespace Conformance.Player.Fixtures;

/// <summary>Reads an application under the names that its fields have on the identity provider's own pages.</summary>
internal static class ApplicationReader
{
    private static readonly string[] _jumpCloudKeys =
    [
        "Display Label", "IdP Entity ID", "SP Entity ID", "ACS URL", "Declare Redirect Endpoint", "SAMLSubject NameID",
        "SAMLSubject NameID Format", "Signature Algorithm", "Default RelayState", "Login URL", "IDP URL", "Attributes", "User Groups",
    ];

    private static readonly string[] _entraKeys =
    [
        "Name", "Identifier (Entity ID)", "Reply URL (ACS URL)", "Sign on URL", "Relay State", "Attributes & Claims", "Users and groups",
    ];

    private static readonly Dictionary<string, string> _algorithms = new(StringComparer.Ordinal)
    {
        ["RSA-SHA256"] = SignatureAlgorithms.RsaSha256,
        ["RSA-SHA1"] = SignatureAlgorithms.RsaSha1,
    };

    public static ServiceProviderApplication? Read(YamlNode node, ICollection<ScenarioProblem> problems) =>
        node is YamlMap map && map[_entraKeys[1]] is not null ? ReadEntra(node, problems) : ReadJumpCloud(node, problems);

    private static ServiceProviderApplication? ReadJumpCloud(YamlNode node, ICollection<ScenarioProblem> problems)
    {
        if (MapReader.Of(node, "The application", _jumpCloudKeys, problems) is not { } reader)
        {
            return null;
        }

        var url = reader.RequiredScalar("IDP URL");
        var algorithm = reader.Scalar("Signature Algorithm");
        if (algorithm is not null && !_algorithms.ContainsKey(algorithm.Value))
        {
            problems.Add(new(algorithm.Location,
                $"\"Signature Algorithm\" is \"{algorithm.Value}\". Write {string.Join(" or ", _algorithms.Keys)}."));
        }

        return Begin(reader, "Display Label", "SP Entity ID", "ACS URL", "User Groups", "Attributes", problems) is not { } application
            || url is null
            ? null
            : application with
            {
                Segment = url.Value[(url.Value.LastIndexOf('/') + 1)..],
                Issuer = reader.Text("IdP Entity ID"),
                NameIdSource = reader.Text("SAMLSubject NameID"),
                NameIdFormat = reader.Text("SAMLSubject NameID Format"),
                SignatureMethod = algorithm is null ? null : _algorithms.GetValueOrDefault(algorithm.Value),
                DefaultRelayState = reader.Text("Default RelayState"),
                SignOnUrl = reader.Text("Login URL"),
                DeclareRedirectEndpoint = reader.Flag("Declare Redirect Endpoint") ?? false,
            };
    }

    private static ServiceProviderApplication? ReadEntra(YamlNode node, ICollection<ScenarioProblem> problems) =>
        MapReader.Of(node, "The application", _entraKeys, problems) is { } reader
        && Begin(reader, "Name", "Identifier (Entity ID)", "Reply URL (ACS URL)", "Users and groups", "Attributes & Claims", problems)
            is { } application
            ? application with { SignOnUrl = reader.Text("Sign on URL"), DefaultRelayState = reader.Text("Relay State") }
            : null;

    private static ServiceProviderApplication? Begin(
        MapReader reader, string nameKey, string entityKey, string acsKey, string groupsKey, string claimsKey,
        ICollection<ScenarioProblem> problems)
    {
        var (name, entityId, acs) = (reader.RequiredText(nameKey), reader.RequiredText(entityKey), reader.RequiredText(acsKey));
        reader.RequiredNode(groupsKey);
        return name is null || entityId is null || acs is null
            ? null
            : new ServiceProviderApplication
            {
                Name = name,
                EntityId = entityId,
                AcsUrls = [acs],
                AssignedGroups = [.. (reader.Scalars(groupsKey) ?? []).Select(group => group.Value)],
                Claims = [.. reader.Pairs(claimsKey, problems).Select(pair => new ClaimMapping(pair.Key, pair.Value.Value))],
            };
    }
}
