namespace Conformance.Fakes.Provisioning;

/// <summary>Which of its two ways Entra ID writes PATCH messages in. [V]</summary>
public enum EntraPatchDialect
{
    /// <summary>Without a flag: capital operations, text Booleans, lists of members to remove.</summary>
    AzureAdScimPatch2017,

    /// <summary>With <c>?aadOptscim062020</c> in the tenant URL.</summary>
    AadOptscim062020,
}
