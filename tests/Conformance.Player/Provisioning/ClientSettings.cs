using Conformance.Fakes.Provisioning;

namespace Conformance.Player.Provisioning;

/// <summary>What an administrator has entered at a provisioning client so far.</summary>
internal sealed class ClientSettings
{
    public string? Url { get; set; }

    public string? Token { get; set; }

    public ProvisioningScope Scope { get; set; }

    public bool Groups { get; set; }
}
