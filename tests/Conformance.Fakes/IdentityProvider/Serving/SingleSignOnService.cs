using Conformance.Fakes.IdentityProvider.Pages;
using Conformance.Fakes.Stubs;

namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>The SSO address, where service providers send people, and what stands beside it.</summary>
internal sealed class SingleSignOnService(
    FakeIdentityProvider idp, IdpAddresses addresses, LoginState state, Mailbox mailbox, Outbox outbox, PageFactory pages,
    SignInDesk desk, TimeProvider clock)
{
    private readonly RequestExamination _examination = new(idp.Settings, clock);

    /// <summary>Puts the addresses under the host; disposing ends it.</summary>
    public IReadOnlyList<IDisposable> Attach(IStubHost host) =>
    [
        IdpAddresses.Attach(host, addresses.SingleSignOn, SingleSignOn),
        IdpAddresses.Attach(host, addresses.Answer, Answer),
        IdpAddresses.Attach(host, addresses.Metadata, Metadata),
    ];

    private StubResponse SingleSignOn(StubRequest request)
    {
        if (request.Method is not ("GET" or "POST"))
        {
            return pages.Refuse(new(IdpPages.BadMethod, ("expected", "POST"), ("actual", request.Method)), status: 405);
        }

        if (new RequestReader(clock, ApplicationOf).Read(request) is not { } received)
        {
            return WithoutMessage(request);
        }

        var isRequest = received.Kind is ReceivedKind.AuthnRequest or ReceivedKind.Unreadable;
        var refusal = isRequest ? _examination.Refuse(received) : null;
        received = mailbox.Add(index => received with { Index = index, Refusal = refusal?.Kind });
        if (refusal is not null)
        {
            return Refuse(received, refusal);
        }

        if (isRequest)
        {
            return Ask(request, state.Begin(received, received.Application));
        }

        var page = desk.SignOut(request);
        return received is { Kind: ReceivedKind.LogoutRequest, Application: { LogoutUrl: not null } application } && idp.AnswersLogout
            ? outbox.AnswerLogout(received, idp.LogoutResponseFor(received, application))
            : page;
    }

    private StubResponse WithoutMessage(StubRequest request)
    {
        var application = addresses.ApplicationInPath ? ApplicationOf(request, null) : null;
        if (!idp.Settings.Requests.EmptyStartsUnsolicited || application is null)
        {
            return pages.Refuse(new(IdpPages.MissingRequest));
        }

        return application.Active
            ? Ask(request, state.Begin(null, application))
            : pages.Refuse(new(IdpPages.InactiveApplication), application);
    }

    private StubResponse Refuse(ReceivedMessage received, Refusal refusal)
    {
        // An error Response is an answer too: it goes out by itself only where the player allowed one.
        return refusal.Kind == IdpPages.UnsupportedRequest && received.Application is { } application && state.TakeGrant()
            ? outbox.AnswerError(received, application, pages.Sentence(refusal, application))
            : pages.Refuse(refusal, received.Application);
    }

    /// <summary>Sends the person to where passwords are asked for, if that is another host.</summary>
    private StubResponse Ask(StubRequest request, Login login) =>
        IdpAddresses.SameOrigin(addresses.SingleSignOn, addresses.SignIn)
            ? desk.Ask(request, login)
            : StubResponse.Redirect($"{addresses.SignIn}?login={login.Id}");

    private StubResponse Answer(StubRequest request) =>
        state.Release(request.RouteValues["token"]) is { } held ? outbox.Release(held) : pages.Gone();

    private StubResponse Metadata(StubRequest request)
    {
        var application = ApplicationOf(request, null) ?? (idp.Applications is [var first, ..] ? first : null);
        return application is null
            ? pages.Refuse(new(IdpPages.UnknownApplication, ("issuer", "")), status: 404)
            : StubResponse.Content("application/samlmetadata+xml", idp.PublishedMetadata ?? idp.MetadataXml(application));
    }

    /// <summary>By the segment of the path where there is one, and by the Issuer; several applications may share a segment.</summary>
    private ServiceProviderApplication? ApplicationOf(StubRequest request, string? issuer)
    {
        IEnumerable<ServiceProviderApplication> candidates = idp.Applications;
        if (request.RouteValues.TryGetValue("application", out var segment))
        {
            candidates = candidates.Where(application => application.Segment == segment);
        }
        else if (issuer is null)
        {
            return null;
        }

        return candidates.FirstOrDefault(application => issuer is null || application.EntityId == issuer);
    }
}
