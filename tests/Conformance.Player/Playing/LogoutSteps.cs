using Conformance.Fakes.IdentityProvider;
using Conformance.Saml.Forging;
using Conformance.Saml.Keys;
using Conformance.Saml.Messages;
using Conformance.Saml.Tamperings;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Playing;

/// <summary>What the identity provider says about the end of a session, brought to the service provider through the browser that acts now.</summary>
internal static class LogoutSteps
{
    public static async Task SendAsync(Play play, IdpSends step, CancellationToken cancellationToken)
    {
        if (Receiver(play, step) is not { } application)
        {
            return;
        }

        if (step.Message.Bind(play.Scope.ValueOf) == "LogoutResponse")
        {
            await SendAsync(play, step, play.Stage.Idp.UnaskedLogoutResponseFor(application, play.Ground.Ids.Next()), "the identity provider answers a LogoutRequest that there never was", cancellationToken);
            return;
        }

        var subject = step.Subject is { } role ? play.Member(role) : play.Stage.Cast["attacker"];
        var named = step.SessionOf?.Bind(play.Scope.ValueOf);
        var login = play.Transcript.Answers.LastOrDefault(answer => named is null ? answer.Draft.Content.NameId?.Value == subject.NameId : answer.Name == named);

        // Nobody knows a session of a person who never signed in; the request then names one that there is not.
        var content = login?.Draft.Content;
        var draft = play.Stage.Idp.LogoutRequestFor(
            application,
            content?.NameId ?? new NameId(subject.NameId) { Format = play.Stage.CurrentApplication.NameIdFormat },
            [content?.SessionIndex ?? play.Ground.Ids.Next()]);
        draft = draft with { Encryption = step.Encrypted ? new EncryptionPlan(Certificate(play)) : null };
        await SendAsync(play, step, draft, $"the identity provider asks for the end of {subject.Role}'s session", cancellationToken);
    }

    public static async Task AnswerAsync(Play play, IdpAnswers step, CancellationToken cancellationToken)
    {
        if (!TakesLogout(play, step.Location))
        {
            return;
        }

        if (play.LastRequest is not { Kind: ReceivedKind.LogoutRequest } request)
        {
            play.NotShown(step.Location, "the identity provider holds a LogoutRequest to answer", "it holds none");
            return;
        }

        var draft = play.Stage.Idp.LogoutResponseFor(request, play.Stage.CurrentApplication);
        if (step.RelayState is { } relayState)
        {
            draft = draft with { RelayState = relayState.Bind(play.Scope.ValueOf) };
        }

        play.Say(step, "the identity provider answers the LogoutRequest");
        await DeliverAsync(play, step.As, request, draft, step.Says, step.Tamper, cancellationToken);
    }

    private static async Task SendAsync(Play play, IdpSends step, LogoutDraft draft, string what, CancellationToken cancellationToken)
    {
        var signer = step.Signer?.Bind(play.Scope.ValueOf);
        play.Say(step, $"{what}, signed by {signer ?? "idp"}");
        draft = draft with { RelayState = step.RelayState?.Bind(play.Scope.ValueOf) };
        await DeliverAsync(play, step.As, null, SignedBy(draft, signer, play, step.Location), step.Says, step.Tamper, cancellationToken);
    }

    // The service provider as the one that takes the message by the binding that the step wants.
    private static ServiceProviderApplication? Receiver(Play play, IdpSends step)
    {
        var application = play.Stage.CurrentApplication;
        switch (step.Binding?.Bind(play.Scope.ValueOf))
        {
            case "post" when application.PostedLogout is { } posted:
                return application with { LogoutUrl = posted.Location, LogoutResponseUrl = posted.ResponseLocation, LogoutByPost = true };
            case "post":
                play.Inapplicable(step.Location, "the service provider takes logout messages by HTTP-POST", "neither its metadata nor \"slo-post\" under \"sp\" in the target file says where");
                return null;
            case "redirect" when application is { LogoutUrl: not null, LogoutByPost: true }:
                play.Inapplicable(step.Location, "the service provider takes logout messages by HTTP-Redirect", "its metadata names an address for HTTP-POST alone");
                return null;
            default:
                return TakesLogout(play, step.Location) ? application : null;
        }
    }

    private static bool TakesLogout(Play play, Location location)
    {
        if (play.Stage.CurrentApplication.LogoutUrl is not null)
        {
            return true;
        }

        play.Inapplicable(location, "the service provider takes logout messages", "neither its metadata nor \"slo\" under \"sp\" in the target file says where");
        return false;
    }

    private static LogoutDraft SignedBy(LogoutDraft draft, string? signer, Play play, Location location)
    {
        SigningKey Key(string name) => play.Stage.OtherKeys.TryGetValue(name, out var key) ? key : throw new PlayException(location, $"there is no key \"{name}\" here");
        return signer switch
        {
            null or "idp" => draft,
            "nobody" => draft with { IsSigned = false },
            "stranger" => draft with { Signing = draft.Signing with { Key = play.Stage.StrangerKey } },
            _ => draft with { Signing = draft.Signing with { Key = Key(signer) } },
        };
    }

    private static System.Security.Cryptography.X509Certificates.X509Certificate2 Certificate(Play play) =>
        play.Stage.EncryptionCertificate ?? throw new TamperingNotPossibleException("its encryption certificate is not known: its metadata has none, and the target file names none (\"encryption-certificate\" under \"sp\")");

    private static async Task DeliverAsync(
        Play play, Text? name, ReceivedMessage? request, LogoutDraft draft, IReadOnlyList<Edit> says, IReadOnlyList<Edit> tamper, CancellationToken cancellationToken)
    {
        var context = new ForgeContext
        {
            Draft = play.Stage.Idp.DraftFor(null, play.Stage.CurrentApplication, play.Stage.Cast["attacker"].AtIdp),
            Clock = play.Ground.Clock,
            Ids = play.Ground.Ids,
            IdpKey = play.Stage.IdpKey,
            StrangerKey = play.Stage.StrangerKey,
            OtherKeys = play.Stage.OtherKeys,
            Forgery = play.Stage.Forgery,
        };
        var message = LogoutForge.Forge(draft, context, AnswerSteps.Bind(play, says), AnswerSteps.Bind(play, tamper));
        var (xml, fields) = (message.Xml, message.Fields);
        if (tamper.Count > 0 && !message.Potency.IsPotent)
        {
            throw new PlayException(tamper[0].Location, $"the message is not the attack it claims to be, so sending it would prove nothing: {message.Potency}");
        }

        play.Transcript.AddLogout(xml);
        var (action, method) = (draft.Content.Destination, draft.ByRedirect ? HttpMethod.Get : HttpMethod.Post);
        if (message.Query is { } query)
        {
            action += (action.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query;
        }

        if (name?.Bind(play.Scope.ValueOf) is { } word)
        {
            AnswerSteps.Name(play, word, xml);
            play.NamedLogouts[word] = new IssuedMessage { Index = 0, Time = play.Ground.Clock.GetUtcNow(), Action = action, Method = method, Form = fields, Request = request };
        }

        var before = play.Driver.Hops.Count;
        var page = await play.Driver.OpenAsync(play.Stage.Idp.Hold(request, action, fields, method), cancellationToken);
        var path = new Uri(action).GetLeftPart(UriPartial.Path);
        if (!play.Driver.Hops.Skip(before).Any(hop => !hop.IsProbe && hop.Status > 0 && hop.Url.Split('?')[0] == path))
        {
            play.NotShown(
                (says.Count > 0 ? says[0].Location : tamper.Count > 0 ? tamper[0].Location : play.Case.Scenario.Location),
                $"the service provider answers the logout message at {action}", page.Trouble ?? "it never got there");
        }
    }
}
