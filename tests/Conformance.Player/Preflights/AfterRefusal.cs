using Conformance.Player.Benches;
using Conformance.Player.Running;

namespace Conformance.Player.Preflights;

/// <summary>What follows when one refused message takes the login away: where a restart brings it back, the scenarios say the rest.</summary>
internal static class AfterRefusal
{
    private const string Remedy = "Switch off lock-out and rate limits for the test, or give the target a reset command.";

    public static async Task<PreflightCheck> LostAsync(
        Bench bench, string id, string name, string sentence, Func<Task<bool>> worksAgain, CancellationToken cancellationToken)
    {
        if (await bench.Target.LastWordsAsync() is { } words)
        {
            sentence = $"{sentence}. {char.ToUpperInvariant(words[0])}{words[1..]}";
        }

        return await new TargetRestarts(bench, most: 1).TryAsync(cancellationToken) is null && await worksAgain()
            ? new PreflightCheck(
                id, name, PreflightOutcome.Noted, $"{sentence}. After a restart it works again", $"Whoever can reach the address can do the same (saml/response/garbage). If that is a lock-out: {Remedy}")
            : new PreflightCheck(id, name, PreflightOutcome.Failed, sentence, Remedy);
    }
}
