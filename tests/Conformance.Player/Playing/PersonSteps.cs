using System.Text;
using Conformance.Player.Drivers;
using Conformance.Saml.Bindings;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Playing;

/// <summary>What a person does, and what they see.</summary>
internal static class PersonSteps
{
    public static async Task PlayAsync(Play play, Step step, CancellationToken cancellationToken)
    {
        string Bind(Text text) => text.Bind(play.Scope.ValueOf);
        string Label(Text text) => Bind(text) is var word && play.Stage.Labels.TryGetValue(word, out var own) ? own : Bind(text);
        switch (step)
        {
            case Open open:
                play.Say(step, $"opens {Bind(open.Url)}");
                Arrived(play, step, await play.Driver.OpenAsync(Bind(open.Url), cancellationToken));
                break;
            case Click click:
                play.Say(step, $"presses \"{Label(click.Name)}\"");
                Arrived(play, step, await play.Driver.ClickAsync(Label(click.Name), cancellationToken));
                break;
            case Fill fill:
                foreach (var (label, value) in fill.Fields)
                {
                    play.Say(step, $"types into \"{Label(label)}\"");
                    await play.Driver.FillAsync(Label(label), Bind(value), cancellationToken);
                }

                break;
            case Upload upload:
                foreach (var (label, content) in upload.Files)
                {
                    play.Say(step, $"chooses a file for \"{Label(label)}\"");
                    await play.Driver.UploadAsync(Label(label), "upload", Encoding.UTF8.GetBytes(Bind(content)), cancellationToken);
                }

                break;
            case Copy copy:
                await CopyAsync(play, copy, Label(copy.Label), cancellationToken);
                break;
            case See see:
                await SeeAsync(play, see, cancellationToken);
                break;
            case Back back:
                play.Say(step, "goes back");
                for (var i = 0; i < back.Times; i++)
                {
                    _ = await play.Driver.BackAsync(cancellationToken);
                }

                break;
            case InTab tab:
                play.Say(step, $"goes on in the tab \"{Bind(tab.Name)}\"");
                await play.Driver.SwitchTabAsync(Bind(tab.Name), cancellationToken);
                await ScenarioPlayer.PlayStepsAsync(play, tab.Steps, cancellationToken);
                await play.Driver.SwitchTabAsync(string.Empty, cancellationToken);
                break;
            case InBrowser other:
                var before = play.DriverName;
                play.Say(step, $"goes on in the browser \"{Bind(other.Name)}\"");
                await play.UseBrowserAsync(Bind(other.Name), cancellationToken);
                await ScenarioPlayer.PlayStepsAsync(play, other.Steps, cancellationToken);
                await play.UseBrowserAsync(before, cancellationToken);
                break;
            case Journey journey:
                await TakeAsync(play, journey, cancellationToken);
                break;
            case Hops hops:
                Went(play, hops);
                break;
            case Request request:
                await SendAsync(play, request, cancellationToken);
                break;
            default:
                throw new PlayException(step.Location, $"{step.GetType().Name} is no step of a person");
        }
    }

    private static async Task TakeAsync(Play play, Journey journey, CancellationToken cancellationToken)
    {
        var name = journey.Name.Bind(play.Scope.ValueOf);
        if (!play.Stage.Journeys.TryGetValue(name, out var steps))
        {
            throw new PlayException(journey.Location, $"the target describes no journey \"{name}\"; add it under journeys in its file");
        }

        play.Say(journey, $"takes the journey \"{name}\"");
        if (journey.As is null)
        {
            await PlayAsync(play, steps, cancellationToken);
            return;
        }

        var (member, around) = (play.Member(journey.As), play.Scope.Inner());
        play.Scope.With("person", field => field.Length == 0 ? member.Role : member.Fields.GetValueOrDefault(field));
        await PlayAsync(play, steps, cancellationToken);
        play.Scope.With("person", field => around.ValueOf($"person.{field}"));
    }

    private static async Task PlayAsync(Play play, IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            await PlayAsync(play, step, cancellationToken);
        }
    }

    private static async Task CopyAsync(Play play, Copy step, string label, CancellationToken cancellationToken)
    {
        play.Say(step, $"copies \"{label}\"");
        var value = await play.Driver.ReadValueAsync(label, cancellationToken);
        if (value.Length == 0)
        {
            play.Miss(step.Location, $"the page shows something to copy under \"{label}\"", $"it is empty on {play.Driver.Page.Url}");
            return;
        }

        play.Transcript.AddCopied(value);
        play.Scope.With(step.Name.Raw, new Dictionary<string, string> { ["value"] = value });
    }

    private static void Arrived(Play play, Step step, PageView page)
    {
        if (page.Trouble is not null)
        {
            play.Miss(step.Location, "the page comes up", $"{page.Url}: {page.Trouble}");
        }
    }

    private static async Task SeeAsync(Play play, See see, CancellationToken cancellationToken)
    {
        if (play.IsControl)
        {
            return;
        }

        string Bind(Text text) => text.Bind(play.Scope.ValueOf);

        // Once the session has been asked for, what the page says is a requirement of its own and no longer the way there.
        void Missed(Location location, string expected, string actual) =>
            play.Findings.Add(new Finding(location, expected, actual, play.Refuses && play.Transcript.Sessions.Count == 0 ? FindingKind.NotShown : FindingKind.Miss));
        var shown = $"the page {play.Driver.Page.Url} shows \"{Shorten(play.Driver.Page.Text)}\"";
        if (see.Heading is { } heading && !await play.Driver.ShowsHeadingAsync(Bind(heading), cancellationToken))
        {
            Missed(see.Location, $"the page has the heading \"{Bind(heading)}\"", shown);
        }

        if (see.Text is { } text && !await play.Driver.ShowsTextAsync(Bind(text), cancellationToken))
        {
            Missed(see.Location, $"the page shows \"{Bind(text)}\"", shown);
        }

        if (see.NoText is { } noText && play.Driver.Page.Text.Contains(Bind(noText), StringComparison.OrdinalIgnoreCase))
        {
            Missed(see.Location, $"the page does not show \"{Bind(noText)}\"", shown);
        }

        if (see.Url is { } url && new ValueMatcher(play.Scope, play.Ground.Clock).Mismatch(url, play.Driver.Page.Url) is { } expected)
        {
            Missed(see.Location, $"the address bar says {expected}", $"it says \"{play.Driver.Page.Url}\"");
        }
    }

    private static void Went(Play play, Hops step)
    {
        if (play.IsControl)
        {
            return;
        }

        var matcher = new ValueMatcher(play.Scope, play.Ground.Clock);
        var hops = play.Driver.Hops.Where(hop => !hop.IsProbe).ToList();
        var at = play.SeenHops.GetValueOrDefault(play.DriverName);
        play.SeenHops[play.DriverName] = hops.Count;
        foreach (var expected in step.Expected)
        {
            if (at >= hops.Count)
            {
                play.Miss(expected.Location, $"then {Describe(expected)}", $"no further request was made; the last was {(hops.Count == 0 ? "none" : hops[^1])}");
                return;
            }

            foreach (var (key, value) in expected.Entries)
            {
                var actual = key.Raw switch
                {
                    "method" => hops[at].Method,
                    "url" => hops[at].Url,
                    "status" => hops[at].Status.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    "location" => hops[at].ResponseHeader("Location"),
                    _ => throw new PlayException(expected.Location, $"a hop has no \"{key.Raw}\"; write method, url, status or location"),
                };
                if (matcher.Mismatch(value, actual) is { } mismatch)
                {
                    play.Miss(expected.Location, $"hop {at + 1} has the {key.Raw} {mismatch}", $"hop {at + 1} is {hops[at]}");
                    return;
                }
            }

            at++;
        }
    }

    private static string Describe(MapValue expected) =>
        string.Join(' ', expected.Entries.Select(entry => entry.Value is TextValue text ? text.Text.Raw : entry.Key.Raw));

    private static async Task SendAsync(Play play, Request step, CancellationToken cancellationToken)
    {
        string Bind(Text text) => text.Bind(play.Scope.ValueOf);
        string ValueOf(Value value) => value is TextValue text ? Bind(text.Text) : throw new PlayException(value.Location, "a text is needed here");
        var line = Bind(step.Line).Split(' ', 2);
        var headers = step.Headers?.Entries.Select(header => new KeyValuePair<string, string>(Bind(header.Key), ValueOf(header.Value))).ToList() ?? [];
        var body = step.Body is { } text ? Encoding.UTF8.GetBytes(Bind(text)) : null;
        if (step.Form is { } form)
        {
            body = Encoding.UTF8.GetBytes(string.Join('&', form.Entries.Select(field =>
                $"{Uri.EscapeDataString(Bind(field.Key))}={Uri.EscapeDataString(ValueOf(field.Value))}")));
            headers.Add(new("Content-Type", "application/x-www-form-urlencoded"));
        }

        play.Say(step, $"sends {line[0]} {line[^1]}");
        var hop = await play.Driver.RequestAsync(new RawRequest(line[0], line[^1], headers, body), cancellationToken);
        if (step.Expect is not { } expect)
        {
            return;
        }

        var matcher = new ValueMatcher(play.Scope, play.Ground.Clock);
        foreach (var (key, value) in expect.Entries)
        {
            var mismatch = key.Raw switch
            {
                "status" => matcher.Mismatch(value, hop.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                "message" => matcher.Mismatch(value, MessageIn(hop)),
                "body" => matcher.Mismatch(value, Encoding.UTF8.GetString(hop.ResponseBody)),
                "headers" when value is MapValue map => map.Entries
                    .Select(header => matcher.Mismatch(header.Value, hop.ResponseHeader(Bind(header.Key))) is { } wrong ? $"{Bind(header.Key)}: {wrong}" : null)
                    .FirstOrDefault(wrong => wrong is not null),
                _ => throw new PlayException(value.Location, $"an answer has no \"{key.Raw}\"; write status, headers, message or body"),
            };
            if (mismatch is not null)
            {
                play.Miss(step.Location, $"the answer has the {key.Raw} {mismatch}", hop.ToString());
                return;
            }
        }
    }

    private static string? MessageIn(Hop hop) => hop.ResponseHeader("Location") is { } location && location.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0
        ? HttpRedirectBinding.Decode(location[(mark + 1)..].Split('#')[0]).Xml
        : null;

    private static string Shorten(string text) => text.Length <= 300 ? text : text[..300] + "…";
}
