using Conformance.Player.Drivers;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Playing;

/// <summary>Looks at what a browser rests at, where it has been, and which cookies it holds.</summary>
internal static class ObservingSteps
{
    public static async Task PlayAsync(Play play, Step step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case PageShows page:
                Show(play, page);
                break;
            case StaysAway away:
                StayAway(play, away);
                break;
            case SessionCookie cookie:
                await FindCookieAsync(play, cookie, cancellationToken);
                break;
            case TakeCookies take:
                await TakeAsync(play, take, cancellationToken);
                break;
            case Linger linger:
                play.Say(step, $"the person takes {linger.Time}");
                if (!play.Driver.Age(linger.Time))
                {
                    play.Inapplicable(step.Location, "the browser's cookies grow older", "a real browser goes by its own clock; the HTTP driver can show this");
                }

                break;
            default:
                throw new PlayException(step.Location, $"{step.GetType().Name} looks at nothing");
        }
    }

    private static void Show(Play play, PageShows step)
    {
        if (play.IsControl)
        {
            return;
        }

        play.Say(step, "looks at the page");
        var page = new RestingPage(play);
        var matcher = new ValueMatcher(play.Scope, play.Ground.Clock);
        foreach (var (field, expected) in step.Expect.Entries)
        {
            var name = field.Bind(play.Scope.ValueOf);
            var actual = page.Value(name);
            if (matcher.Mismatch(expected, actual) is { } wanted)
            {
                var shown = actual is { Length: > 300 } ? actual[..300] + "…" : actual;
                play.Findings.Add(new Finding(
                    step.Location,
                    $"the page has {name} = {wanted}",
                    $"{play.Driver.Page.Url} ({play.Driver.Page.Status}) has {(shown is null ? $"no {name}" : $"{name} = \"{shown}\"")}",
                    name == RestingPage.Planted ? FindingKind.Gain : FindingKind.Miss));
                return;
            }
        }
    }

    private static void StayAway(Play play, StaysAway step)
    {
        if (play.IsControl)
        {
            return;
        }

        var address = step.Address.Bind(play.Scope.ValueOf);
        play.Say(step, $"the browser was never sent to {address}");
        var host = new Uri(address).Host;
        if (play.Driver.Hops.FirstOrDefault(hop => !hop.IsProbe && Uri.TryCreate(hop.Url, UriKind.Absolute, out var url) && url.Host == host) is { } hop)
        {
            play.Findings.Add(new Finding(step.Location, $"the browser stays away from {address}", $"it was sent there: {hop.Method} {hop.Url}", FindingKind.Gain));
            return;
        }

        foreach (var answer in play.Transcript.Answers.Where(answer => answer.Delivery is not { Status: > 0 }))
        {
            play.NotShown(step.Location, $"the service provider answers the message at {answer.Action}", answer.Delivery?.Trouble ?? "the message never got there");
            return;
        }
    }

    private static async Task FindCookieAsync(Play play, SessionCookie step, CancellationToken cancellationToken)
    {
        if (play.IsControl)
        {
            return;
        }

        play.Say(step, "looks for the cookie that makes the session");
        if (await CookieOfSession.FindAsync(play, cancellationToken) is not { } cookie)
        {
            play.Inapplicable(step.Location, "one cookie makes the session", "no single cookie does, as far as can be seen from outside");
            return;
        }

        var matcher = new ValueMatcher(play.Scope, play.Ground.Clock);
        foreach (var (field, expected) in step.Expect.Entries)
        {
            var name = field.Bind(play.Scope.ValueOf);
            var actual = name switch
            {
                "name" => cookie.Name,
                "Secure" => cookie.Secure ? "true" : "false",
                "HttpOnly" => cookie.HttpOnly ? "true" : "false",
                "SameSite" => cookie.SameSite.Length == 0 ? null : cookie.SameSite,
                "Domain" => cookie.Domain,
                "Path" => cookie.Path,
                _ => throw new PlayException(step.Location, $"a cookie has no \"{name}\"; write name, Secure, HttpOnly, SameSite, Domain or Path"),
            };
            if (matcher.Mismatch(expected, actual) is { } wanted)
            {
                play.Miss(step.Location, $"the session cookie has {name} = {wanted}", $"the cookie {cookie.Name} has {(actual is null ? $"no {name}" : $"{name} = \"{actual}\"")}");
                return;
            }
        }
    }

    private static async Task TakeAsync(Play play, TakeCookies step, CancellationToken cancellationToken)
    {
        var name = step.Browser.Bind(play.Scope.ValueOf);
        var from = play.BrowserNamed(name) ?? throw new PlayException(step.Location, $"no browser is called \"{name}\"; write first, or the name of an earlier in-browser");
        play.Say(step, $"takes over the {(step.Altered ? "altered " : string.Empty)}cookies of the browser \"{name}\"");
        var cookies = (await from.CookiesAsync(cancellationToken)).Where(CookieOfSession.IsTheTargets);
        List<StoredCookie> taken = [.. step.Altered ? cookies.Select(cookie => cookie with { Value = Alter(cookie.Value) }) : cookies];
        await play.Driver.AdoptAsync(taken, cancellationToken);
        if (step.Altered)
        {
            await from.AdoptAsync(taken, cancellationToken);
        }
    }

    // Another value of the same form: a session id that nobody was given, yet one that a careless server takes for its own.
    private static string Alter(string value) => string.Concat(value.Select((character, index) =>
        index > 1 && value[index - 1] == '%' || index > 2 && value[index - 2] == '%' ? character
        : char.IsAsciiDigit(character) ? (char)('0' + (character - '0' + 1) % 10)
        : character is >= 'a' and <= 'f' ? (char)('a' + (character - 'a' + 1) % 6)
        : character is >= 'A' and <= 'F' ? (char)('A' + (character - 'A' + 1) % 6)
        : character));
}
