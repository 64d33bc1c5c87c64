using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Drivers;
using Conformance.Saml.Forging;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;
using Conformance.Saml.Tamperings;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Playing;

/// <summary>Lets the identity provider answer, honestly or not, and brings the answer to the service provider through the person's browser.</summary>
internal static class AnswerSteps
{
    public static async Task AnswerAsync(Play play, IdpAnswers step, CancellationToken cancellationToken)
    {
        var word = step.Message.Bind(play.Scope.ValueOf);
        if (word == "LogoutResponse")
        {
            await LogoutSteps.AnswerAsync(play, step, cancellationToken);
            return;
        }

        var byOther = step.By?.Bind(play.Scope.ValueOf) == "other-idp";
        var idp = byOther ? play.Stage.OtherIdp ?? throw new PlayException(step.Location, "there is no second identity provider here") : play.Stage.Idp;
        var application = byOther ? OtherApplication(play) : play.Stage.CurrentApplication;
        var subject = step.Subject is { } role ? play.Member(role) : play.Stage.Cast["attacker"];
        var request = step.Unsolicited ? null
            : step.InResponseTo?.Bind(play.Scope.ValueOf) is { } named ? play.NamedRequests[named]
            : play.LastRequest;
        if (request is null && !step.Unsolicited)
        {
            play.NotShown(step.Location, "the identity provider holds an AuthnRequest to answer", "it holds none");
            return;
        }

        await NobodyBeforeAsync(play, step, cancellationToken);
        if (play.Findings.Count > 0)
        {
            return;
        }

        var draft = word == "error" && !play.AsControl
            ? idp.ErrorDraftFor(request, application, StatusCodes.Responder, StatusCodes.AuthnFailed)
            : DraftWords.Apply(idp.DraftFor(request, application, subject.AtIdp), step, play);
        var message = Forge(play, step, draft, request);
        var action = (play.AsControl ? null : step.To?.Bind(play.Scope.ValueOf)) ?? draft.Content.Destination ?? application.AcsUrls[0];
        play.Say(step, $"the identity provider answers about {subject.Role}: {Describe(step, play.AsControl)}");
        var name = step.As?.Bind(play.Scope.ValueOf) ?? string.Empty;
        if (step.Held)
        {
            play.Held[name] = new SentAnswer(name, message, draft, request, action, play.DriverName, null);
            return;
        }

        await DeliverAsync(play, name, idp, request, action, draft, message, cancellationToken);
    }

    public static async Task RepeatAsync(Play play, IdpRepeats step, CancellationToken cancellationToken)
    {
        var name = step.Answer.Bind(play.Scope.ValueOf);
        if (play.NamedLogouts.TryGetValue(name, out var logout))
        {
            play.Say(step, $"the logout message \"{name}\" is delivered once more");
            _ = await play.Driver.OpenAsync(play.Stage.Idp.Hold(logout.Request, logout.Action, logout.Form, logout.Method), cancellationToken);
            return;
        }

        var answer = play.Transcript.Answers.LastOrDefault(a => a.Name == name) ?? play.Held.GetValueOrDefault(name)
            ?? throw new PlayException(step.Location, $"no answer is called \"{name}\"; name it with \"as: {name}\" where it is given");
        var changed = step.Changed?.Bind(play.Scope.ValueOf);
        play.Say(step, $"the answer \"{name}\" is delivered once more{(changed is null ? string.Empty : $", with {changed.Replace('-', ' ')}")}");
        var message = changed is null ? answer.Message : Repeated(play, answer, changed);
        await DeliverAsync(play, name, play.Stage.Idp, answer.Request, answer.Action, answer.Draft, message, cancellationToken);
    }

    private static ForgedResponse Repeated(Play play, SentAnswer answer, string changed)
    {
        var message = RepeatedResponse.With(answer.Message, changed, answer.Draft.Signing.Key, play.Stage.StrangerKey, play.Ground.Ids)
            ?? throw new TamperingNotPossibleException($"the message has no place for a {changed.Replace('-', ' ')}.");
        return message.Potency.IsPotent
            ? message
            : throw new TamperingNotPossibleException($"the message as the target wants it is signed where the {changed.Replace('-', ' ')} would be: {message.Potency}");
    }

    // The second identity provider may know the service provider as several applications, one for each company there.
    private static Fakes.IdentityProvider.ServiceProviderApplication OtherApplication(Play play) =>
        play.Stage.OtherIdp?.Applications.FirstOrDefault(application => application.EntityId == play.LastRequest?.AuthnRequest?.Issuer)
        ?? play.Stage.OtherApplication!;

    private static ForgedResponse Forge(Play play, IdpAnswers step, ResponseDraft draft, ReceivedMessage? request)
    {
        var context = new ForgeContext
        {
            Draft = draft,
            Clock = play.Ground.Clock,
            Ids = play.Ground.Ids,
            IdpKey = draft.Signing.Key,
            StrangerKey = play.Stage.StrangerKey,
            OtherKeys = play.Stage.OtherKeys,
            Forgery = play.Stage.Forgery,
            Request = request?.AuthnRequest,
            CanaryUrl = play.Stage.Canary?.Url,
            CanaryPath = play.Stage.Canary?.File?.Path,
            CanaryContent = play.Stage.Canary?.File?.Content,
            RelayState = play.AsControl || step.RelayState is null ? request?.RelayState : step.RelayState.Bind(play.Scope.ValueOf),
        };
        if (play.AsControl)
        {
            return ResponseForge.Forge(context);
        }

        var moved = DraftWords.PlaceOf(step, play.Scope) is { } place && SigningPlace.IsMoved(place, play.Case.Scenario, play.Stage);
        var hidden = play.Stage.InsistsOnEncryption && step.Encrypt is null;
        var wanted = hidden ? "every assertion encrypted" : moved ? "Response and assertion both signed" : null;
        if (hidden && step.Tamper.Count > 0 && draft.Signing.Parts.HasFlag(SignedParts.Response))
        {
            throw NotAsWanted(wanted!, "the Response is signed around the ciphertext, and nobody but the identity provider can change what is inside");
        }

        var message = Forge(context, Bind(play, step.Says), Bind(play, step.Tamper), wanted);
        if (step.Tamper.Count > 0 && !message.Potency.IsPotent)
        {
            if (wanted is not null)
            {
                throw NotAsWanted(wanted, message.Potency.ToString());
            }

            throw new PlayException(step.Location, $"the message is not the attack it claims to be, so sending it would prove nothing: {message.Potency}");
        }

        return message;
    }

    /// <summary>Lets later steps name what is in a message by its path, as <c>${answer.Assertion/@ID}</c>.</summary>
    internal static void Name(Play play, string name, string xml)
    {
        if (name.Length > 0)
        {
            play.Scope.With(name, path => MessagePath.Values(xml, path) is [var value, ..] ? value : null);
        }
    }

    private static ForgedResponse Forge(ForgeContext context, List<Tampering> says, List<Tampering> tamper, string? wanted)
    {
        try
        {
            return ResponseForge.Forge(context, says, tamper);
        }
        catch (TamperingException exception) when (wanted is not null)
        {
            throw NotAsWanted(wanted, exception.Message);
        }
    }

    private static TamperingNotPossibleException NotAsWanted(string wanted, string why) =>
        new($"the target wants {wanted}, and so this shape is none: {why}");

    internal static List<Tampering> Bind(Play play, IReadOnlyList<Edit> edits)
    {
        var result = new List<Tampering>();
        foreach (var edit in edits)
        {
            try
            {
                result.Add(TamperingCatalogue.Create(edit.Name, Plain(play, edit.Argument)));
            }
            catch (TamperingException exception)
            {
                throw new PlayException(edit.Location, exception.Message, exception);
            }
        }

        return result;
    }

    private static object? Plain(Play play, Value value) => value switch
    {
        TextValue { IsNull: true } => null,
        TextValue text => text.Text.Bind(play.Scope.ValueOf),
        ListValue list => list.Items.Select(item => Plain(play, item)).ToList(),
        MapValue map => map.Entries.ToDictionary(entry => entry.Key.Bind(play.Scope.ValueOf), entry => Plain(play, entry.Value), StringComparer.Ordinal),
        _ => throw new PlayException(value.Location, "this value is of no kind that an edit takes"),
    };

    // If somebody is signed in before the message is sent, whatever the session shows afterwards says nothing about the message.
    private static async Task NobodyBeforeAsync(Play play, IdpAnswers step, CancellationToken cancellationToken)
    {
        if (play.SignedInBrowsers.Contains(play.DriverName) || !play.Stage.Probe.CanReadAside)
        {
            return;
        }

        var state = await play.Stage.Probe.ReadAsync(play.Driver, keepCookies: false, cancellationToken);
        if (state.IsSignedIn)
        {
            play.NotShown(step.Location, "nobody is signed in before the message is sent", state.ToString());
        }
    }

    private static async Task DeliverAsync(
        Play play, string name, FakeIdentityProvider idp, ReceivedMessage? request, string action, ResponseDraft draft, ForgedResponse message, CancellationToken cancellationToken)
    {
        Name(play, name, System.Text.Encoding.UTF8.GetString(message.PlainXml));
        var before = play.Driver.Hops.Count;
        if (play.Stage.Canary is { } canary && canary.IsNamedIn(message.Xml))
        {
            await canary.SettleAsync(cancellationToken);
            play.CanaryHitsBefore ??= canary.Hits.Count;
        }

        if (message.Http is { } other)
        {
            await SendOtherwiseAsync(play, action, message, other, cancellationToken);
        }
        else
        {
            var page = idp.Hold(request, action, message.Form, HttpMethod.Post);
            _ = await play.Driver.SubmitAsync(page, action, HttpMethod.Post, message.Form, cancellationToken);
        }

        var delivery = play.Driver.Hops.Skip(before).FirstOrDefault(hop => !hop.IsProbe && SameAddress(hop.Url, action));
        play.Transcript.Add(new SentAnswer(name, message, draft, request, action, play.DriverName, delivery));
    }

    // Another method or content type than the binding's is nothing a page can send, so a program does it, with the browser's cookies.
    private static async Task SendOtherwiseAsync(Play play, string action, ForgedResponse message, HttpOverride other, CancellationToken cancellationToken)
    {
        var form = string.Join('&', message.Form.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
        var url = other.InQuery ? $"{action}{(action.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{form}" : action;
        var body = other.Body ?? (other.InQuery || other.Method == "GET" ? null : System.Text.Encoding.ASCII.GetBytes(form));
        IReadOnlyList<KeyValuePair<string, string>> headers =
            body is null ? [] : [new("Content-Type", other.ContentType ?? "application/x-www-form-urlencoded")];
        var hop = await play.Driver.RequestAsync(new RawRequest(other.Method, url, headers, body), cancellationToken);
        if (hop.Status is >= 300 and < 400 && hop.ResponseHeader("Location") is { } location)
        {
            _ = await play.Driver.OpenAsync(new Uri(new Uri(action), location).AbsoluteUri, cancellationToken);
        }
    }

    private static bool SameAddress(string url, string action) =>
        Uri.TryCreate(url, UriKind.Absolute, out var left) && Uri.TryCreate(action, UriKind.Absolute, out var right)
        && left.GetLeftPart(UriPartial.Path) == right.GetLeftPart(UriPartial.Path);

    private static string Describe(IdpAnswers step, bool asControl)
    {
        if (asControl || !step.Tampers)
        {
            return "honestly";
        }

        var says = step.Says.Count == 0 ? null : $"it says {string.Join(", ", step.Says.Select(edit => edit.Name))}";
        var tamper = step.Tamper.Count == 0 ? null : $"on the way {string.Join(", ", step.Tamper.Select(edit => edit.Name))}";
        return string.Join("; ", new[] { says, tamper }.OfType<string>());
    }
}
