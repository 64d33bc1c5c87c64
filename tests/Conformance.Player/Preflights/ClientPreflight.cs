using Conformance.Player.Benches;

namespace Conformance.Player.Preflights;

/// <summary>CTL-11: whether a verdict about the provisioning client can mean anything.</summary>
internal static class ClientPreflight
{
    public static async Task<PreflightCheck> RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        const string id = "CTL-11";
        const string name = "the client provisions";
        return await bench.ClientControl.TroubleAsync(cancellationToken) is { } trouble
            ? new PreflightCheck(id, name, PreflightOutcome.Failed, $"With {trouble}.", "Check \"scim-client\" in the target file, and the client's own log.")
            : new PreflightCheck(id, name, PreflightOutcome.Passed, "It brings one person to a server that is well.");
    }
}
