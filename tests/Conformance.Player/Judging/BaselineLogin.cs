using Conformance.Player.Playing;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Judging;

/// <summary>The plain login that everything else is measured against: nothing about it is unusual.</summary>
internal static class BaselineLogin
{
    private static readonly Location Here = new("the baseline login", 1, 1);

    // An unsolicited Response comes to a browser that has never been at the service provider: nothing of a begun login may help it.
    private static readonly Step[] Begun =
    [
        new Journey(Word("login"), null) { Location = Here },
        new IdpReceives(Word("AuthnRequest"), null, null) { Location = Here },
    ];

    /// <summary>A login, of the attacker unless it says another, by an honest Response, signed in the given place.</summary>
    /// <param name="place"><c>assertion</c>, <c>response</c>, <c>both</c> or <c>accepted</c>.</param>
    /// <param name="edits">Changes after signing; none for the plain login.</param>
    /// <param name="expectsNobody">Whether the message is one that must not sign anybody in.</param>
    /// <param name="says">Changes before signing.</param>
    /// <param name="unsolicited">Whether it answers no request.</param>
    /// <param name="encrypted">Whether the assertion is encrypted.</param>
    /// <param name="subject">Who signs in.</param>
    public static ScenarioCase Signed(
        string place, IReadOnlyList<Edit>? edits = null, bool expectsNobody = false, IReadOnlyList<Edit>? says = null, bool unsolicited = false, bool encrypted = false, string subject = "attacker") => new(
        new Scenario
        {
            Address = place == "accepted" && !unsolicited && !encrypted && edits is null && says is null ? "preflight/login" : ScenarioPlayer.ProbeAddress,
            Location = Here,
            Name = "An ordinary person signs in",
            Requirement = "The service provider MUST sign in the subject of a valid Response to its request.",
            Level = Level.Must,
            Spec = [],
            Cases = [new Case(string.Empty, new Dictionary<string, string>(), Here)],
            Steps =
            [
                .. unsolicited ? Array.Empty<Step>() : Begun,
                new IdpAnswers
                {
                    Message = Word("Response"),
                    Subject = Word(subject),
                    Sign = Word(place),
                    Tamper = edits ?? [],
                    Says = says ?? [],
                    Unsolicited = unsolicited,
                    Encrypt = encrypted ? new MapValue([], Here) : null,
                    Location = Here,
                },
                new Session { SignedIn = Word(expectsNobody ? "nobody" : subject), Location = Here },
            ],
        },
        new Case(string.Empty, new Dictionary<string, string>(), Here));

    /// <summary>An edit that sets the values at some paths; a value such as <c>-1h</c> is a time from now.</summary>
    public static Edit SetTimes(params IReadOnlyList<(string Path, string FromNow)> times) => new(
        "set",
        new MapValue(
            [.. times.Select(time => new KeyValuePair<Text, Value>(
                Word(time.Path), new MapValue([new KeyValuePair<Text, Value>(Word("time"), new TextValue(Word(time.FromNow)))], Here)))],
            Here),
        Here);

    /// <summary>An edit that sets one value.</summary>
    public static Edit Set(string path, string value) =>
        new("set", new MapValue([new KeyValuePair<Text, Value>(Word(path), new TextValue(Word(value)))], Here), Here);

    /// <summary>An edit of the baseline.</summary>
    public static Edit Edit(string name, string argument) => new(name, new TextValue(Word(argument)), Here);

    private static Text Word(string word) => new(word, Here);
}
