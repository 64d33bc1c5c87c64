using System.Globalization;
using System.Text;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Playing;

/// <summary>Asks who is signed in and compares: the oracle.</summary>
internal static class SessionSteps
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static async Task PlayAsync(Play play, Session step, CancellationToken cancellationToken)
    {
        play.Say(step, "asks the service provider who is signed in");
        if (step.ExpectsOneSession)
        {
            await OneSessionAsync(play, step, cancellationToken);
            return;
        }

        var expectsNobody = step.ExpectsNobody && !play.AsControl;
        var expectsNoGain = step.ExpectsNoGain && !play.AsControl;
        var state = await play.Stage.Probe.ReadAsync(play.Driver, keepCookies: true, cancellationToken);
        if (!expectsNobody && !expectsNoGain && !step.ExpectsWhole && !state.IsSignedIn && play.Driver.Kind == "browser")
        {
            state = await WaitForSomebodyAsync(play, state, cancellationToken);
        }

        if (play.CanaryHitsBefore is not null && play.Stage.Canary is { } canary)
        {
            await canary.SettleAsync(cancellationToken);
        }

        play.Transcript.Add(state);
        if (step.ExpectsWhole)
        {
            Whole(play, step, state);
        }
        else if (expectsNobody)
        {
            Nobody(play, step, state);
        }
        else if (expectsNoGain)
        {
            NoGain(play, step, state);
        }
        else
        {
            SignedIn(play, step, state);
        }
    }

    private static async Task OneSessionAsync(Play play, Session step, CancellationToken cancellationToken)
    {
        var signedIn = 0;
        foreach (var driver in play.Together)
        {
            var state = await play.Stage.Probe.ReadAsync(driver, keepCookies: true, cancellationToken);
            play.Transcript.Add(state);
            signedIn += state.IsSignedIn ? 1 : 0;
        }

        if (signedIn > 1)
        {
            play.Findings.Add(new Finding(
                step.Location, "one delivery at most ends in a session", $"{signedIn} of {play.Together.Count} deliveries of one assertion at the same moment did", FindingKind.Miss));
        }
        else if (signedIn == 0)
        {
            play.NotShown(step.Location, "one delivery ends in a session", "none did, so nothing is known about a second one");
        }
    }

    /// <summary>Whether two texts are the same, code point by code point.</summary>
    internal static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    // A page that signs in by script may need a moment after it has rested.
    private static async Task<SessionState> WaitForSomebodyAsync(Play play, SessionState state, CancellationToken cancellationToken)
    {
        var began = play.Ground.Clock.GetTimestamp();
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);
        while (!state.IsSignedIn && play.Ground.Clock.GetElapsedTime(began) < Patience && await timer.WaitForNextTickAsync(cancellationToken))
        {
            state = await play.Stage.Probe.ReadAsync(play.Driver, keepCookies: true, cancellationToken);
        }

        return state;
    }

    private static void Nobody(Play play, Session step, SessionState state)
    {
        if (state.IsSignedIn)
        {
            play.Findings.Add(new Finding(step.Location, "nobody is signed in", state.ToString(), FindingKind.Gain));
            return;
        }

        ShowDelivered(play, step);
        play.HasRefused = play.Findings.Count == 0;
    }

    // Whoever is signed in: a value that only somebody else has shows that two people's sessions run together.
    private static void Whole(Play play, Session step, SessionState state)
    {
        static IEnumerable<string> Of(CastMember member) => member.Attributes.Values.SelectMany(values => values).Concat([member.User, member.NameId]);

        var person = play.Stage.Cast.Values.FirstOrDefault(member => state.User is { } user && Same(user, member.User));
        foreach (var other in play.Stage.Cast.Values.Where(member => person is not null && member != person))
        {
            var foreign = Of(other).Except(Of(person!), StringComparer.Ordinal).ToList();
            if (state.Everything().FirstOrDefault(shown => foreign.Exists(value => IsForged(shown.Value, value))) is { Value: not null } found)
            {
                play.Findings.Add(new Finding(
                    step.Location, $"nothing of {other.Role} is in the session of {person!.Role}", $"{state}; {found.Where} is \"{found.Value}\"", FindingKind.Gain));
                return;
            }
        }

        ShowDelivered(play, step);
    }

    private static void NoGain(Play play, Session step, SessionState state)
    {
        var forgery = play.Stage.Forgery;
        var victim = play.Stage.Cast.TryGetValue("victim", out var member) ? member : null;
        var markers = play.Transcript.Answers.SelectMany(answer => answer.Message.ForgedMarkers).Concat(forgery.Markers)
            .Append(forgery.NameId).Concat(victim is null ? [] : [victim.User]).Concat(ForgedValues(play)).Where(marker => marker.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var unsaid = step.IgnoresWhatIsSaid ? markers.Where(marker => !IsSaid(play, marker)).ToList() : markers;
        foreach (var (where, value) in state.Everything())
        {
            if ((where == "user" ? markers.FirstOrDefault(marker => Same(value, marker)) : unsaid.FirstOrDefault(marker => IsForged(value, marker))) is { } marker)
            {
                play.Findings.Add(new Finding(
                    step.Location,
                    step.IgnoresWhatIsSaid ? "nobody gets into the victim's account" : "no name, attribute or role of the forged part is in the session",
                    $"{state}; {where} is \"{value}\", which holds the forged \"{marker}\"",
                    FindingKind.Gain));
                return;
            }
        }

        ShowDelivered(play, step);
    }

    // What the victim has and the attacker has not: a role without a marker of its own, such as Admin, shows a gain too.
    private static IEnumerable<string> ForgedValues(Play play)
    {
        var forgery = play.Stage.Forgery;
        var own = play.Stage.Cast.TryGetValue("attacker", out var attacker) ? attacker.Attributes.Values.SelectMany(values => values).ToList() : [];
        return forgery.Attributes.Values.SelectMany(values => values).Append(forgery.Role ?? string.Empty).Except(own, StringComparer.Ordinal);
    }

    // Whether an identity provider has said it, in a message that it may send about its own person.
    private static bool IsSaid(Play play, string value) =>
        play.Transcript.Answers.Any(answer => Encoding.UTF8.GetString(answer.Message.PlainXml).Contains($">{value}<", StringComparison.Ordinal));

    // A value that merely contains the victim's name with something after it is the attacker's own honest long name.
    private static bool IsForged(string value, string marker) =>
        Same(value, marker) || value.Split([' ', ',', ';', '|', '"', '[', ']', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Any(part => Same(part, marker));

    private static void SignedIn(Play play, Session step, SessionState state)
    {
        var member = play.AsControl && (step.ExpectsNobody || step.ExpectsNoGain)
            ? Subject(play)
            : play.Member(step.SignedIn);
        if (!state.IsSignedIn)
        {
            play.Miss(step.Location, $"signed in as {member.User}", $"nobody is signed in; {Describe(state, play)}");
            return;
        }

        play.SignedInBrowsers.Add(play.DriverName);
        if (!Same(state.User!, member.User))
        {
            play.Miss(step.Location, $"signed in as {member.User}", $"{state}{CodePoints(state.User!, member.User)}");
            return;
        }

        if (play.IsControl)
        {
            return;
        }

        var matcher = new ValueMatcher(play.Scope, play.Ground.Clock);
        foreach (var (name, value) in step.Attributes?.Entries ?? [])
        {
            var key = name.Bind(play.Scope.ValueOf);
            var actual = state.Attributes.GetValueOrDefault(key, []);
            if (matcher.Mismatch(value, actual) is { } expected)
            {
                play.Miss(
                    step.Location,
                    $"the profile shows {key} = {expected}",
                    actual.Count == 0 ? $"it shows no {key}" : $"it shows {string.Join(", ", actual.Select(v => $"\"{v}\""))}");
                return;
            }
        }

        if (step.Role is { } role && !Same(role.Bind(play.Scope.ValueOf), state.Role ?? string.Empty))
        {
            play.Miss(step.Location, $"the role is \"{role.Bind(play.Scope.ValueOf)}\"", $"it is \"{state.Role ?? "none"}\"");
        }
    }

    private static CastMember Subject(Play play)
    {
        var answer = play.Case.Scenario.AllSteps.OfType<IdpAnswers>().LastOrDefault();
        return answer?.Subject is { } subject ? play.Member(subject) : play.Stage.Cast["attacker"];
    }

    // A refusal counts only if the service provider has seen the message.
    private static void ShowDelivered(Play play, Session step)
    {
        if (play.CanaryHitsBefore is { } before && play.Stage.Canary?.Hits is { } hits && hits.Count > before)
        {
            play.Findings.Add(new Finding(
                step.Location, "nothing is read or fetched because the message names it", $"the service provider {hits[^1]}", FindingKind.Gain));
            return;
        }

        foreach (var answer in play.Transcript.Answers)
        {
            if (answer.Delivery is { Status: 0, Trouble: { } hang, Took: var took } && play.Case.Scenario.Tags.Contains("dos", StringComparer.Ordinal))
            {
                if (took < play.Ground.Limits.Timeout)
                {
                    // Whoever closes the connection on too much, and has answered the next question since, bounds what it takes.
                    continue;
                }

                play.Findings.Add(new Finding(step.Location, "the service provider answers the message", $"it gave no answer: {hang}", FindingKind.Miss));
                return;
            }

            if (answer.Delivery is { Status: 0, Trouble: { } trouble })
            {
                play.Findings.Add(new Finding(
                    step.Location,
                    $"the service provider answers the message at {answer.Action}",
                    $"nobody gained anything, but it gave no answer: {trouble}",
                    FindingKind.Unanswered));
                return;
            }

            if (answer.Delivery is not { Status: > 0 })
            {
                play.NotShown(step.Location, $"the service provider answers the message at {answer.Action}", "the message never got there");
                return;
            }
        }
    }

    private static string Describe(SessionState state, Play play) =>
        $"{play.Driver.Page.InWords}; {state.Page.Url} answered {state.Page.Trouble ?? $"status {state.Page.Status}"}";

    private static string CodePoints(string actual, string expected) =>
        string.Equals(actual.Normalize(), expected.Normalize(), StringComparison.OrdinalIgnoreCase)
            ? $" (they differ only in case or form: {Runes(actual)} instead of {Runes(expected)})"
            : string.Empty;

    private static string Runes(string text)
    {
        var result = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(rune.Value is > 32 and < 127 ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>"));
        }

        return result.ToString();
    }
}
