using Conformance.Fakes.Provisioning;
using Conformance.Player.Targets;

namespace Conformance.Player.Provisioning;

/// <summary>The suite's own clients, as a target file sets them.</summary>
internal static class EmbeddedClients
{
    public static IProvisioningClient Make(ScimClientPlace place, ScimConnection connection, TimeProvider clock) => place.Embedded switch
    {
        "jumpcloud" => new JumpCloudClient(connection, JumpCloud(place.Settings), clock),
        _ => new EntraClient(connection, Entra(place.Settings), clock),
    };

    private static EntraSettings Entra(IReadOnlyDictionary<string, string> settings) => new()
    {
        Dialect = settings.GetValueOrDefault("patch") == "AzureAdScimPatch2017" ? EntraPatchDialect.AzureAdScimPatch2017 : EntraPatchDialect.AadOptscim062020,
    };

    private static JumpCloudSettings JumpCloud(IReadOnlyDictionary<string, string> settings) => new()
    {
        // The activation is the vendor's own affair; what a client does afterwards is what is tested.
        IsActive = true,
        UpdateVerb = settings.GetValueOrDefault("update") == "put" ? UpdateVerb.Put : UpdateVerb.Patch,
        ProvisionsGroups = settings.GetValueOrDefault("groups") == "true",
        ImportsUsers = settings.GetValueOrDefault("import") == "true",
        RemovesMembersByFilter = settings.GetValueOrDefault("remove-members") == "filter",
    };
}
