using System.Globalization;

namespace Conformance.Player.Judging;

/// <summary>What one message did to a service provider, shown twice: played after an untampered message that signed in, it kept the next one from doing so.</summary>
/// <param name="Trouble">What the control showed after it.</param>
/// <param name="LastWords">How the target ended and what it said last; <c>null</c>: it went on running.</param>
/// <param name="Reach">Whom it concerns.</param>
internal sealed record Outage(string Trouble, string? LastWords, OutageReach Reach)
{
    /// <summary>Whether the case does more than send messages: it changes settings or accounts, moves the clock or restarts the service provider.</summary>
    public bool MayBeMeant { get; init; }

    /// <summary>How often the message had to be sent, each time without an answer.</summary>
    public int Times { get; init; } = 1;

    /// <summary>What happened, as a person says it.</summary>
    public string Sentence =>
        $"after this message{(Times == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", sent {Times} times and never answered,"))} {Reach switch
        {
            OutageReach.One => "the person who signed in before can no longer, while another one can",
            OutageReach.Everybody => "nobody can sign in any more",
            _ => "the person who signed in before can no longer",
        }}: {Trouble}{(LastWords is null ? string.Empty : $". {char.ToUpperInvariant(LastWords[0])}{LastWords[1..]}")}"
        + ". A restart of the service provider brought the login back, and this message alone took it away again";
}
