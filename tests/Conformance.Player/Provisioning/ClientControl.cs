using Conformance.Fakes.Provisioning;
using Conformance.Player.Benches;

namespace Conformance.Player.Provisioning;

/// <summary>The control of all client scenarios: does the client bring one person to a server that is well? If not, nothing else it does shows anything.</summary>
internal sealed class ClientControl(Bench bench)
{
    private string? _trouble;
    private bool _isKnown;

    /// <summary>Why nothing can be shown about the client; <c>null</c>: it can.</summary>
    public async Task<string?> TroubleAsync(CancellationToken cancellationToken)
    {
        if (!_isKnown)
        {
            _trouble = await PlayAsync(cancellationToken);
            _isKnown = true;
        }

        return _trouble;
    }

    private async Task<string?> PlayAsync(CancellationToken cancellationToken)
    {
        var ground = ClientStage.Build(bench).BeginProvisioning!();
        var person = ground.People.Values.First(candidate => candidate is { Email: not null, IsEnabled: true });
        ground.Directory = SourceDirectory.Empty.With(person);
        ClientRound round;
        try
        {
            round = await ground.Client.RunAsync(ground.Directory, full: true, onlyIfDue: false, cancellationToken);
        }
        catch (Exception exception) when (exception is Targets.TargetFailedException or Targets.TargetUnavailableException or System.ComponentModel.Win32Exception)
        {
            return $"the client cannot be run: {exception.Message}";
        }

        return Agreement.Difference(ground.Directory, ground.Server!, ground.Strangers, ground.Claims) is { } difference
            ? $"one person and a server that is well, and yet {difference}; {(ground.Traffic().Count == 0 ? "no request came" : $"the last request was {ground.Traffic()[^1]}")}; the client says \"{round.Said}\""
            : null;
    }
}
