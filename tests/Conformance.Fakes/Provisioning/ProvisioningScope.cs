namespace Conformance.Fakes.Provisioning;

/// <summary>Whom a provisioning client cares for.</summary>
public enum ProvisioningScope
{
    /// <summary>Those whom the application is assigned to.</summary>
    Assigned,

    /// <summary>Everybody in the directory.</summary>
    All,
}
