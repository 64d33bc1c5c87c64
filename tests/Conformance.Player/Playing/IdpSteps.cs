using Conformance.Fakes.IdentityProvider;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Playing;

/// <summary>What happens at the identity provider, other than the answers it is told to give.</summary>
internal static class IdpSteps
{
    public static Task PlayAsync(Play play, Step step, CancellationToken cancellationToken) => step switch
    {
        IdpReceives receives => ReceiveAsync(play, receives, cancellationToken),
        IdpSignIn signIn => SignInAsync(play, signIn, cancellationToken),
        IdpShows shows => ShowAsync(play, shows, cancellationToken),
        IdpAdmin admin => AdministerAsync(play, admin),
        _ => throw new PlayException(step.Location, $"{step.GetType().Name} is no step of the identity provider"),
    };

    private static async Task ReceiveAsync(Play play, IdpReceives step, CancellationToken cancellationToken)
    {
        var word = step.Message.Bind(play.Scope.ValueOf);
        play.Say(step, $"the identity provider has received {(word == "nothing" || word.StartsWith("no-", StringComparison.Ordinal) ? word.Replace('-', ' ') : $"an {word}")}");
        if (word == "nothing")
        {
            if (play.Stage.Idp.Received.FirstOrDefault(message => message.Index > play.SeenMessages) is { } unexpected)
            {
                // What must not be sent is the requirement itself, also where somebody is refused afterwards.
                play.Findings.Add(new Finding(
                    step.Location, "the service provider sends nothing to the identity provider", $"it sent an {unexpected.Kind} to {unexpected.Url}", FindingKind.Miss));
            }

            return;
        }

        if (word.StartsWith("no-", StringComparison.Ordinal))
        {
            if (play.Stage.Idp.Received.FirstOrDefault(message => message.Index > play.SeenMessages && message.Kind.ToString() == word[3..]) is { } unwanted)
            {
                play.Findings.Add(new Finding(
                    step.Location,
                    $"the service provider sends no {word[3..]}",
                    $"it sent one to {unwanted.Url.Split('?')[0]}; the browser rests at {play.Driver.Page.Url.Split('?')[0]}",
                    FindingKind.Miss));
            }

            return;
        }

        if (!Enum.TryParse<ReceivedKind>(word, out var kind))
        {
            throw new PlayException(step.Location, $"the identity provider receives no \"{word}\"; write AuthnRequest, LogoutRequest, LogoutResponse or nothing");
        }

        var message = play.Stage.Idp.Received.FirstOrDefault(m => m.Kind == kind && m.Index > play.SeenMessages
            && (!play.IsBranch || play.Driver.Hops.Any(hop => hop.Url == m.Url)));
        if (message is null && play.Driver.Kind == "browser")
        {
            message = await WaitAsync(play, kind, cancellationToken);
        }

        // A login of another company leads to the other identity provider.
        if (message is null && play.Stage.OtherIdp?.Received.LastOrDefault(m => m.Kind == kind) is { } elsewhere && elsewhere != play.LastRequest)
        {
            (message, play.LastRequest) = (elsewhere, elsewhere);
        }
        else if (message is not null)
        {
            play.SeenMessages = message.Index;
            play.LastRequest = message;
        }

        if (message is null)
        {
            play.Miss(
                step.Location,
                $"the service provider sends an {word} to the identity provider",
                $"none came; {play.Driver.Page.InWords}");
            return;
        }

        var wanted = play.IsControl ? [] : step.Expect?.Entries ?? [];
        var name = step.As?.Bind(play.Scope.ValueOf);
        if (name is null && wanted.Count == 0)
        {
            return;
        }

        var fields = new ReceivedFields(message, play);
        if (name is not null)
        {
            play.Scope.With(name, fields.First);
            play.NamedRequests[name] = message;
        }

        var matcher = new ValueMatcher(play.Scope, play.Ground.Clock);
        foreach (var (field, expected) in wanted)
        {
            var path = field.Bind(play.Scope.ValueOf);
            var actual = fields.Values(path);
            if (matcher.Mismatch(expected, actual) is { } missed)
            {
                play.Miss(
                    step.Location,
                    $"the {word} has {path} = {missed}",
                    actual.Count == 0 ? $"it has no {path}" : $"it has {path} = {string.Join(", ", actual.Select(value => $"\"{value}\""))}");
                return;
            }
        }
    }

    private static async Task<ReceivedMessage?> WaitAsync(Play play, ReceivedKind kind, CancellationToken cancellationToken)
    {
        try
        {
            return await play.Stage.Idp.WaitForMessageAsync(kind, play.SeenMessages, play.Ground.Limits.Timeout, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private static async Task SignInAsync(Play play, IdpSignIn step, CancellationToken cancellationToken)
    {
        var member = play.Member(step.Person);
        play.Say(step, $"{member.Role} signs in at the identity provider");
        play.Stage.Idp.GrantAnswer(1);
        var labels = play.Stage.Idp.Settings.Labels;
        await play.Driver.FillAsync(labels.UserName, member.AtIdp.Email ?? member.AtIdp.UserName, cancellationToken);
        await play.Driver.FillAsync(labels.Password, step.Password?.Bind(play.Scope.ValueOf) ?? member.AtIdp.Password, cancellationToken);
        var page = await play.Driver.ClickAsync(labels.Button, cancellationToken);
        if (page.Trouble is not null)
        {
            play.Miss(step.Location, "the person is sent on from the identity provider", $"{page.Url}: {page.Trouble}");
        }
    }

    private static Task ShowAsync(Play play, IdpShows step, CancellationToken cancellationToken)
    {
        var kind = step.Page.Bind(play.Scope.ValueOf);
        play.Say(step, $"the identity provider shows its page \"{kind}\"");
        var actual = IdpPages.KindOf(play.Driver.Page.Body);
        if (actual != kind)
        {
            play.Miss(
                step.Location,
                $"the identity provider shows its page \"{kind}\"",
                actual is null ? $"the browser is at {play.Driver.Page.Url}, no page of the identity provider" : $"it shows its page \"{actual}\"");
        }
        else if (kind != IdpPages.SignIn && play.Stage.Idp.Issued.Any(message => play.LastRequest is null || message.Request?.Index == play.LastRequest.Index))
        {
            play.Miss(step.Location, "the identity provider sends no Response", "it sent one");
        }

        return Task.CompletedTask;
    }

    private static Task AdministerAsync(Play play, IdpAdmin step)
    {
        foreach (var (action, argument) in step.Actions)
        {
            var word = argument.Bind(play.Scope.ValueOf);
            play.Say(step, $"an administrator of the identity provider does: {action.Raw} {word}");
            IdpAdministration.Do(play, action, word);
        }

        return Task.CompletedTask;
    }
}
