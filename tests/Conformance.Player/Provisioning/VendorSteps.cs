using Conformance.Fakes.Provisioning;
using Conformance.Player.Playing;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Provisioning;

/// <summary>What an administrator does on the pages of Entra ID and JumpCloud.</summary>
internal static class VendorSteps
{
    public static async Task<ClientRound> DoAsync(string word, ProvisioningGround ground, Provision step, CancellationToken cancellationToken)
    {
        var client = (ground.Client as EmbeddedClient)?.Client
            ?? throw new PlayException(step.Location, $"\"{word}\" is an action on a vendor's page; this client has none");
        var trouble = word == "test-connection" ? await client.TestConnectionAsync(cancellationToken)
            : client is JumpCloudClient jumpCloud ? await jumpCloud.ActivateAsync(cancellationToken)
            : throw new PlayException(step.Location, "only JumpCloud is activated by a test; write turn-on");
        return new ClientRound(Ran: true, trouble.Length > 0, trouble);
    }

    public static ClientRound Turn(ProvisioningGround ground, bool on)
    {
        if ((ground.Client as EmbeddedClient)?.Client is EntraClient entra)
        {
            entra.IsOn = on;
        }

        return new ClientRound(Ran: true, Failed: false, string.Empty);
    }

    /// <summary>The attribute that the log names for the last failure; <c>null</c>: none.</summary>
    public static string? LastAttribute(ProvisioningGround ground) => (ground.Client as EmbeddedClient)?.Client.Log.Entries
        .LastOrDefault(entry => entry.Status == "Failure") is { Attribute.Length: > 0 } entry ? entry.Attribute : null;

    public static bool ShowsGroupManagement(ProvisioningGround ground) => ground.Client is EmbeddedClient { Client: JumpCloudClient { ShowsGroupManagement: true } };
}
