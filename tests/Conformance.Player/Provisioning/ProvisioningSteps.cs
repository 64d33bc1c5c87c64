using System.Globalization;
using Conformance.Fakes.Provisioning;
using Conformance.Fakes.ScimServer;
using Conformance.Player.Playing;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Provisioning;

/// <summary>Plays the steps in which a provisioning client acts, and those that look at what it did.</summary>
internal static class ProvisioningSteps
{
    private const int MostRounds = 14;

    public static async Task PlayAsync(Play play, Step step, CancellationToken cancellationToken)
    {
        var ground = play.Provisioning ?? throw new PlayException(step.Location, "no provisioning client takes part here");
        switch (step)
        {
            case DirectoryChange change:
                ground.Directory = ground.ReadDirectory?.Invoke() ?? ground.Directory;
                var before = ground.Directory;
                DirectoryEdits.Do(play, ground, change);
                ground.Change?.Invoke(before, ground.Directory);
                break;
            case ScimServerIs server:
                ServerWords.Do(play, ground, server);
                break;
            case Provision provision:
                await ActAsync(play, ground, provision, cancellationToken);
                break;
            case ScimReceives receives:
                Receives(play, ground, receives);
                break;
            case ScimHolds holds:
                await HoldsAsync(play, ground, holds, cancellationToken);
                break;
            default:
                throw new PlayException(step.Location, $"this version of the player cannot play the verb {step.GetType().Name}");
        }
    }

    private static async Task ActAsync(Play play, ProvisioningGround ground, Provision step, CancellationToken cancellationToken)
    {
        Enter(play, ground, step);
        ground.Seen = ground.Traffic().Count;
        var word = step.Action.Bind(play.Scope.ValueOf);
        play.Say(step, $"the provisioning client: {word}");
        ground.LastRound = word switch
        {
            "test-connection" or "activate" => await VendorSteps.DoAsync(word, ground, step, cancellationToken),
            "turn-on" or "turn-off" => VendorSteps.Turn(ground, word == "turn-on"),
            "until-settled" => await UntilSettledAsync(ground, cancellationToken),
            _ => await ground.Client.RunAsync(ground.ReadDirectory?.Invoke() ?? ground.Directory, word == "full-cycle", word == "due", cancellationToken),
        };
        if (ground.LastRound.Said.Length > 0)
        {
            ground.Said.Add(ground.LastRound.Said);
        }

        play.Say(step, $"it says: {(ground.LastRound.Said.Length == 0 ? "nothing" : Shorten(ground.LastRound.Said))}");
        Judge(play, ground, step, ground.LastRound);
    }

    private static void Enter(Play play, ProvisioningGround ground, Provision step)
    {
        if (ground.Settings is not { } settings)
        {
            return;
        }

        if (step.Url is not null || step.Token is not null || step.Scope is not null || step.Groups is not null)
        {
            ground.ForgetClient();
        }

        settings.Url = step.Url?.Bind(play.Scope.ValueOf) ?? settings.Url;
        settings.Token = step.Token?.Bind(play.Scope.ValueOf) ?? settings.Token;
        settings.Scope = step.Scope is { } scope ? scope.Raw == "all" ? ProvisioningScope.All : ProvisioningScope.Assigned : settings.Scope;
        settings.Groups = step.Groups ?? settings.Groups;
    }

    private static async Task<ClientRound> UntilSettledAsync(ProvisioningGround ground, CancellationToken cancellationToken)
    {
        var said = new List<string>();
        var failed = false;
        for (var round = 0; round < MostRounds; round++)
        {
            var last = await ground.Client.RunAsync(ground.Directory, full: false, onlyIfDue: false, cancellationToken);
            said.Add(last.Said);
            failed = last.Failed;
            if (!await ground.Client.WaitAsync(cancellationToken) || (ground.Server is { } server && IsDone(ground, server)))
            {
                break;
            }
        }

        return new ClientRound(Ran: true, failed, string.Join('\n', said.Where(text => text.Length > 0)));
    }

    private static bool IsDone(ProvisioningGround ground, FakeScimServer server) =>
        server.Faults.All(fault => fault.Hits >= fault.Times) && Agreement.Difference(ground.Directory, server, ground.Strangers, ground.Claims) is null;

    private static void Judge(Play play, ProvisioningGround ground, Provision step, ClientRound round)
    {
        var outcome = !round.Ran ? "nothing" : round.Failed ? "failure" : "success";
        if (step.Outcome is { } expected && expected.Bind(play.Scope.ValueOf) is var word && word != outcome)
        {
            play.Miss(step.Location, $"the outcome is {word}", $"it is {outcome}{(round.Said.Length > 0 ? $": {Shorten(round.Said)}" : string.Empty)}");
            return;
        }

        var matcher = new ValueMatcher(play.Scope, play.Ground.Clock);
        if (step.Says is { } says && matcher.Mismatch(says, round.Said) is { } words)
        {
            play.Miss(step.Location, $"the client says {words}", $"it says \"{Shorten(round.Said)}\"");
        }
        else if (step.Attribute is { } attribute && matcher.Mismatch(attribute, VendorSteps.LastAttribute(ground)) is { } name)
        {
            play.Miss(step.Location, $"the log names the attribute {name}", $"it names \"{VendorSteps.LastAttribute(ground)}\"");
        }
        else if (step.GroupManagement is { } section && (section.Raw == "shown") != VendorSteps.ShowsGroupManagement(ground))
        {
            play.Miss(step.Location, $"the section Group Management is {section.Raw}", section.Raw == "shown" ? "it is hidden" : "it is shown");
        }
    }

    private static void Receives(Play play, ProvisioningGround ground, ScimReceives step)
    {
        var all = ground.Traffic();
        var news = all.Skip(step.After is null ? ground.Seen : 0).ToList();
        var line = step.Line.Bind(play.Scope.ValueOf).Split(' ', 2);
        var matching = Later(play, step, news).Where(request => Fits(request, line[0], line[^1])).ToList();
        var count = matching.Count.ToString(CultureInfo.InvariantCulture);
        var matcher = new ValueMatcher(play.Scope, play.Ground.Clock);
        if (step.Times is { } times ? matcher.Mismatch(times, count) is { } : matching.Count == 0)
        {
            var wanted = step.Times is { } number ? matcher.Mismatch(number, count) : "at least one";
            var seen = news.Count == 0 ? "no request came" : $"these came: {string.Join("; ", news.TakeLast(6))}";
            play.Miss(step.Location, $"the number of requests {line[0]} {line[^1]} is {wanted}", $"it is {count}; {seen}");
            return;
        }

        foreach (var (fact, value) in step.Expect?.Entries ?? [])
        {
            if (ServerFact(ground, fact.Raw) is { } one)
            {
                if (matcher.Mismatch(value, one) is { } mismatch)
                {
                    play.Miss(step.Location, $"{fact.Raw} is {mismatch}", $"it is {one}");
                    return;
                }

                continue;
            }

            foreach (var request in matching)
            {
                var actual = TrafficFacts.Of(request, fact.Raw);
                if (matcher.Mismatch(value, actual) is { } mismatch)
                {
                    play.Miss(
                        step.Location, $"in {request.Method} {request.Path} {fact.Raw} is {mismatch}",
                        actual.Count == 0 ? "it is absent" : $"it is {Shorten(string.Join(", ", actual.Select(text => $"\"{text}\"")))}");
                    return;
                }
            }
        }
    }

    private static string? ServerFact(ProvisioningGround ground, string fact) => fact switch
    {
        "at-once" => ground.Server?.MostInFlight.ToString(CultureInfo.InvariantCulture),
        "tokens-elsewhere" => ground.Server?.TokensLeaked.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static IEnumerable<ScimTraffic> Later(Play play, ScimReceives step, List<ScimTraffic> requests)
    {
        if (step.After is not { } after)
        {
            return requests;
        }

        var kind = ServerWords.Fault(after.Bind(play.Scope.ValueOf));
        var first = requests.FindIndex(request => request.Fault == kind);
        return first < 0 ? [] : requests.Skip(first + 1)
            .Where(request => step.SoonerThan is not { } soon || request.At - requests[first].At < soon);
    }

    private static bool Fits(ScimTraffic request, string method, string path)
    {
        var fits = method switch
        {
            "any" => true,
            "write" => request.Method != "GET",
            "update" => request.Method is "PUT" or "PATCH",
            _ => request.Method == method,
        };
        var (expected, actual) = (path.Trim('/').Split('/'), request.Path.Trim('/').Split('/'));
        return fits && (path == "/" || (expected.Length == actual.Length
            && expected.Zip(actual).All(pair => pair.First == "*" || string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase))));
    }

    private static async Task HoldsAsync(Play play, ProvisioningGround ground, ScimHolds step, CancellationToken cancellationToken)
    {
        if (ground.Server is { } met && met.Faults.Count > 0 && met.Faults.All(fault => fault.Hits == 0) && met.Faults[0] is var idle)
        {
            play.NotShown(step.Location, $"the client meets the misbehaviour {idle.Kind}", $"it never sent {idle.Method ?? "anything"} to {idle.Path}, so nothing is shown");
            return;
        }

        if (step.IsDirectory)
        {
            var server = ground.Server ?? throw new PlayException(step.Location, "only a fake server can be compared as a whole; name a role");
            var difference = Agreement.Difference(ground.Directory, server, ground.Strangers, ground.Claims);
            if (difference is not null && !(step.OrReported && ground.LastRound is { Failed: true }))
            {
                var said = string.Join('\n', ground.Said);
                play.Miss(step.Location, "server and directory agree", $"{difference}; the client says {(said.Length == 0 ? "nothing" : $"\"{Shorten(said)}\"")}");
            }

            return;
        }

        ground.Directory = ground.ReadDirectory?.Invoke() ?? ground.Directory;
        var person = DirectoryEdits.InDirectory(play, ground, step.Subject) ?? DirectoryEdits.Fixture(play, ground, step.Subject);
        var found = await ground.FindUsers(person.UserName, cancellationToken);
        if (found is { Users.Count: 0, Trouble: null } && person.Email is { } email && email != person.UserName)
        {
            found = await ground.FindUsers(email, cancellationToken);
        }

        // Whoever is not let in sees nobody, and that shows nothing about who is there.
        if (found.Trouble is { } trouble)
        {
            play.NotShown(step.Location, $"the server says whether it has {person.UserName}", trouble);
            return;
        }

        var matcher = new ValueMatcher(play.Scope, play.Ground.Clock);
        foreach (var (path, value) in step.Expect!.Entries)
        {
            var actual = path.Raw == "present" ? (found.Users.Count > 0 ? "true" : "false")
                : path.Raw == "count" ? found.Users.Count.ToString(CultureInfo.InvariantCulture)
                : found.Users.Count > 0 ? ResourcePath.Read(found.Users[0], path.Raw) : null;
            if (matcher.Mismatch(value, actual) is { } mismatch)
            {
                play.Miss(step.Location, $"{path.Raw} of {person.UserName} at the server is {mismatch}", actual is null ? "there is none" : $"it is \"{actual}\"");
                return;
            }
        }
    }

    private static string Shorten(string text) => text.Length <= 700 ? text : text[..700] + "…";
}
