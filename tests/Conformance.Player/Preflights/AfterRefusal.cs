using Conformance.Player.Benches;
using Conformance.Player.Playing;
using Conformance.Player.Running;

namespace Conformance.Player.Preflights;

/// <summary>The check CTL-07: one refused message leaves the login as it was. Where it does not and a restart brings the login back, the scenarios say the rest.</summary>
internal static class AfterRefusal
{
    private const string Id = "CTL-07";
    private const string Name = "the login works again afterwards";
    private const string Remedy = "Switch off lock-out and rate limits for the test, or give the target a reset command.";

    public static async Task<PreflightCheck> CheckAsync(Bench bench, Func<Task<PlayResult>> logIn, Func<PlayResult, string> describe, CancellationToken cancellationToken)
    {
        var result = await logIn();
        if (Works(result))
        {
            return new PreflightCheck(Id, Name, PreflightOutcome.Passed, "The plain login works again after a refused message.");
        }

        var sentence = $"After one refused message, which was no XML, the plain login no longer works: {describe(result)}";
        if (await bench.Target.LastWordsAsync() is { } words)
        {
            sentence = $"{sentence}. {char.ToUpperInvariant(words[0])}{words[1..]}";
        }

        return await new TargetRestarts(bench, most: 1).TryAsync(cancellationToken) is null && Works(await logIn())
            ? new PreflightCheck(
                Id, Name, PreflightOutcome.Noted, $"{sentence}. After a restart it works again", $"Whoever can reach the address can do the same (saml/response/garbage). If that is a lock-out: {Remedy}")
            : new PreflightCheck(Id, Name, PreflightOutcome.Failed, sentence, Remedy);
    }

    private static bool Works(PlayResult result) => result is { SuiteError: null, Findings.Count: 0 };
}
