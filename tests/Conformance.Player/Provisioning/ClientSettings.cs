using Conformance.Fakes.Provisioning;

namespace Conformance.Player.Provisioning;

/// <summary>What an administrator has entered at a provisioning client so far.</summary>
internal sealed class ClientSettings
{
    public string? Url { get; set; }

    public string? Token
    {
        get;
        set
        {
            field = value;
            if (value is not null)
            {
                _ = Tokens.Remove(value);
                Tokens.Insert(0, value);
            }
        }
    }

    /// <summary>Every token that was entered, the last first.</summary>
    public List<string> Tokens { get; } = [];

    public ProvisioningScope Scope { get; set; }

    public bool Groups { get; set; }
}
