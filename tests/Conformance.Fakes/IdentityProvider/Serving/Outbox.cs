using Conformance.Fakes.IdentityProvider.Pages;
using Conformance.Fakes.Stubs;
using Conformance.Saml.Forging;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>Hands answers to browsers and remembers them.</summary>
internal sealed class Outbox(AnswerComposer composer, KeySet keys, TimeProvider clock, IdSource ids, PageFactory pages)
{
    private readonly Lock _gate = new();
    private readonly List<IssuedMessage> _issued = [];

    public IReadOnlyList<IssuedMessage> Issued
    {
        get
        {
            lock (_gate)
            {
                return [.. _issued];
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _issued.Clear();
        }
    }

    /// <summary>Remembers an answer that leaves the identity provider.</summary>
    public void Count(HeldAnswer answer, IdpPerson? person)
    {
        lock (_gate)
        {
            _issued.Add(new IssuedMessage
            {
                Index = _issued.Count + 1,
                Time = clock.GetUtcNow(),
                Request = answer.Request,
                Action = answer.Action,
                Method = answer.Method,
                Form = answer.Form,
                Person = person,
            });
        }
    }

    /// <summary>The honest answer to a completed sign-in.</summary>
    public StubResponse Answer(
        ReceivedMessage? request, ServiceProviderApplication application, IdpPerson person, DateTimeOffset since) =>
        Send(request, application, person, composer.Compose(request, application, person, keys.Active, since));

    /// <summary>The answer to a request that is refused by message instead of by page.</summary>
    public StubResponse AnswerError(ReceivedMessage request, ServiceProviderApplication application, string sentence) =>
        Send(request, application, null, composer.ComposeError(
            request, application, keys.Active, StatusCodes.Requester, StatusCodes.RequestUnsupported, sentence));

    /// <summary>The answer to a request to end a session.</summary>
    public StubResponse AnswerLogout(ReceivedMessage request, LogoutDraft draft)
    {
        var context = new ForgeContext { Draft = NoResponse(draft), Clock = clock, Ids = ids, IdpKey = draft.Key, StrangerKey = draft.Key };
        var fields = LogoutForge.Forge(draft, context, [], []).Fields;
        return Send(new HeldAnswer(request, draft.Content.Destination, fields, draft.ByRedirect ? HttpMethod.Get : HttpMethod.Post), null);
    }

    /// <summary>The page of an answer that was given to be held, and counted then.</summary>
    public StubResponse Release(HeldAnswer held) => pages.Deliver(held.Action, held.Form, held.Method);

    // A logout message has no Response behind it; the forge asks for one because tamperings may.
    private static ResponseDraft NoResponse(LogoutDraft draft) => new(
        new ResponseContent { ResponseId = draft.Content.Id, IssueInstant = draft.Content.IssueInstant, Issuer = draft.Content.Issuer }, new XmlStyle(), draft.Signing);

    private StubResponse Send(
        ReceivedMessage? request, ServiceProviderApplication application, IdpPerson? person, ResponseDraft draft)
    {
        var key = draft.Signing.Key;
        var message = ResponseForge.Forge(new ForgeContext
        {
            Draft = draft,
            Clock = clock,
            Ids = ids,
            IdpKey = key,
            StrangerKey = key, // Nothing is tampered with, so no stranger signs.
            Request = request?.AuthnRequest,
            RelayState = request is null ? application.DefaultRelayState : request.RelayState,
        });
        var acs = RequestExamination.AcsUrl(application, request?.AuthnRequest) ?? application.AcsUrls[0];
        return Send(new HeldAnswer(request, acs, message.Form, HttpMethod.Post), person);
    }

    private StubResponse Send(HeldAnswer answer, IdpPerson? person)
    {
        Count(answer, person);
        return pages.Deliver(answer.Action, answer.Form, answer.Method);
    }
}
