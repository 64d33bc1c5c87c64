using Conformance.Fakes.Provisioning;
using Conformance.Player.Playing;

namespace Conformance.Player.Provisioning;

/// <summary>One of the suite's own clients, which go by the suite's clock.</summary>
internal sealed class EmbeddedClient(IProvisioningClient client, IPlayground ground) : IClientUnderTest
{
    private int _read;

    /// <summary>The client itself.</summary>
    public IProvisioningClient Client => client;

    public async Task<ClientRound> RunAsync(SourceDirectory directory, bool full, bool onlyIfDue, CancellationToken cancellationToken)
    {
        if (onlyIfDue)
        {
            return await client.RunDueAsync(directory, cancellationToken) ? Told() : new ClientRound(Ran: false, Failed: false, string.Empty);
        }

        if (!full && client is EntraClient entra && entra.NextCycle > ground.Clock.GetUtcNow())
        {
            ground.Advance(entra.NextCycle - ground.Clock.GetUtcNow());
        }

        await client.RunAsync(directory, full, cancellationToken);
        return Told();
    }

    public Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        if (client.DueAgain is not { } due)
        {
            return Task.FromResult(false);
        }

        var wait = due - ground.Clock.GetUtcNow();
        return Task.FromResult(wait <= TimeSpan.Zero || ground.Advance(wait));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ClientRound Told()
    {
        var entries = client.Log.Entries;
        var news = entries.Skip(_read).ToList();
        _read = entries.Count;
        return new ClientRound(Ran: true, news.Exists(entry => entry.Status == "Failure"), string.Join('\n', news));
    }
}
