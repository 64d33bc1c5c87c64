using Conformance.Player.Playing;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Judging;

/// <summary>What a case's message is like apart from its fault: two cases of the same baseline share their control.</summary>
/// <param name="Key">Equal for cases that share a control.</param>
/// <param name="Control">What is played as the control.</param>
/// <param name="AsControl">Whether it is played with the tampering left out.</param>
/// <param name="IsPlain">Whether nothing about it is unusual: then the target must accept it.</param>
internal sealed record Baseline(string Key, ScenarioCase Control, bool AsControl, bool IsPlain)
{
    /// <summary>That of a message about which nothing is unusual.</summary>
    public static Baseline Plain { get; } = new("plain login", BaselineLogin.Signed("accepted"), AsControl: false, IsPlain: true);

    /// <summary>Whether the target claims what the control shows, so that a control which fails is no reason to skip.</summary>
    public bool IsClaimed => Control.Scenario.Address.StartsWith("integrations/", StringComparison.Ordinal);

    // What a case is without its tampering is a message; what a scenario names as its control may be anything that signs in, a password too.
    private string What => AsControl || IsPlain ? "the untampered message" : $"the control {Control.Address}";

    /// <summary>The key of the baseline that a case is which others name as their control.</summary>
    public static string KeyOf(ScenarioCase control) => $"scenario {control.Address}";

    /// <summary>The baseline of a case; <c>null</c> when the case needs no control.</summary>
    /// <param name="scenarioCase">The case.</param>
    /// <param name="scope">The variables of the stage.</param>
    /// <param name="find">Gives the case of an address that a <c>control</c> names.</param>
    public static Baseline? Of(ScenarioCase scenarioCase, VariableScope scope, Func<string, ScenarioCase?> find)
    {
        var scenario = scenarioCase.Scenario;
        var inner = scope.ForCase(scenarioCase);
        if (scenario.Control is { } control)
        {
            var address = control.Bind(inner.ValueOf);
            var named = find(address) ?? throw new PlayException(control.Location, $"there is no scenario \"{address}\" to be the control");
            return new Baseline(KeyOf(named), named, AsControl: false, IsPlain: false);
        }

        var sessions = scenario.AllSteps.OfType<Session>().ToList();
        var answers = scenario.AllSteps.OfType<IdpAnswers>().ToList();
        var refuses = sessions.Any(session => session.ExpectsNobody || session.ExpectsNoGain);
        if (!refuses)
        {
            // A variation that is not accepted says something only where the plain login works.
            return answers.Any(IsUnusual) ? Plain : null;
        }

        var key = string.Join(" | ", answers.Select(answer => Describe(answer, inner)));
        return new Baseline(key, scenarioCase, AsControl: true, IsPlain: !answers.Any(IsUnusualBeneath));
    }

    /// <summary>That it held, for reports.</summary>
    /// <param name="user">Whom it signed in; <c>null</c>: nobody, which is not what it is about.</param>
    public string Held(string? user) => user is null ? $"{What} held" : $"{What} signed in {user}";

    /// <summary>That it held and does no longer, for reports.</summary>
    public string HoldsNoLonger(string trouble) => $"{What}, which signed in before, no longer does: {trouble}";

    /// <summary>That it has not held yet, for reports.</summary>
    public string NeverHeld(string trouble) => $"{What} does not sign in: {trouble}";

    private static bool IsUnusual(IdpAnswers answer) => answer.Tampers || IsUnusualBeneath(answer);

    private static bool IsUnusualBeneath(IdpAnswers answer) =>
        answer.Signature is not null || answer.Encrypt is not null || answer.Style is not null || answer.Unsolicited || answer.By is not null;

    private static string Describe(IdpAnswers answer, VariableScope scope)
    {
        var parts = new List<string> { $"signed {answer.Sign?.Bind(scope.ValueOf) ?? "accepted"}" };
        Add("signature", answer.Signature);
        Add("encrypted", answer.Encrypt);
        Add("written", answer.Style);
        if (answer.Unsolicited)
        {
            parts.Add("unsolicited");
        }

        if (answer.By is { } by)
        {
            parts.Add($"by {by.Bind(scope.ValueOf)}");
        }

        if (answer.Subject is { } subject)
        {
            parts.Add($"about {subject.Bind(scope.ValueOf)}");
        }

        return string.Join(", ", parts);

        void Add(string what, MapValue? map)
        {
            if (map is not null)
            {
                parts.Add($"{what} {string.Join(' ', map.Entries.Select(entry => $"{entry.Key.Raw} {(entry.Value is TextValue text ? text.Text.Bind(scope.ValueOf) : string.Empty)}"))}");
            }
        }
    }
}
