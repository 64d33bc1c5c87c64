using Conformance.Fakes.IdentityProvider.Pages;
using Conformance.Fakes.Stubs;

namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>Where people type their password, and what follows from it.</summary>
internal sealed class SignInDesk(
    IdentityProviderSettings settings, IdpAddresses addresses, IdpDirectory directory, LoginState state, Outbox outbox,
    PageFactory pages, string cookieName, TimeProvider clock)
{
    /// <summary>Puts the addresses under the host; disposing ends it.</summary>
    public IReadOnlyList<IDisposable> Attach(IStubHost host) =>
    [
        IdpAddresses.Attach(host, addresses.SignIn, SignIn),
        IdpAddresses.Attach(host, addresses.Continue, Continue),
        IdpAddresses.Attach(host, addresses.SignOut, SignOut),
    ];

    /// <summary>Who the browser says is signed in.</summary>
    public IdpSession? SessionOf(StubRequest request) => state.Session(request.Cookie(cookieName));

    /// <summary>Goes on with a live session that may be answered; else asks for the password.</summary>
    public StubResponse Ask(StubRequest request, Login login)
    {
        var asked = login.Request?.AuthnRequest;
        var session = SessionOf(request);
        if (session is not null && (login.Application is null || (asked?.ForceAuthn != true && state.TakeGrant())))
        {
            return Proceed(session, login);
        }

        return asked?.IsPassive == true && session is null
            ? pages.Refuse(new(IdpPages.NoSession), login.Application)
            : pages.SignIn(addresses.SignIn, login.Id);
    }

    private StubResponse SignIn(StubRequest request)
    {
        if (request.Method != "POST")
        {
            var login = state.Find(request.Query("login"));
            return login is null && request.Query("login") is not null
                ? pages.Gone()
                : Ask(request, login ?? state.Begin(null, null));
        }

        var pending = state.Find(request.Form("login"));
        if (pending is null)
        {
            return pages.Gone();
        }

        var name = request.Form(FakeIdentityProvider.UserNameField) ?? "";
        var person = directory.Find(name);
        if (person is null || person.Password != request.Form(FakeIdentityProvider.PasswordField))
        {
            var kind = person is null ? IdpPages.UnknownUser : IdpPages.WrongPassword;
            return pages.SignIn(addresses.SignIn, pending.Id, new(kind, ("user", name)), name);
        }

        if (person.Disabled)
        {
            return pages.Refuse(new(IdpPages.Disabled, ("user", person.UserName)), pending.Application);
        }

        var session = state.SignIn(person, clock.GetUtcNow());
        var next = pending.Application is null || state.TakeGrant() ? Proceed(session, pending) : pages.Waiting(pending.Application);
        return WithCookie(next, session, request);
    }

    /// <summary>From the sign-in page on to where the answer is made, across hosts by a one-time code.</summary>
    private StubResponse Proceed(IdpSession session, Login login)
    {
        if (login.Application is null)
        {
            return StubResponse.Redirect(IdpAddresses.SameOrigin(addresses.Portal, addresses.SignIn)
                ? addresses.Portal
                : $"{addresses.Enter}?code={state.Pass(new(session, login))}");
        }

        return IdpAddresses.SameOrigin(addresses.SingleSignOn, addresses.SignIn)
            ? Finish(session, login)
            : StubResponse.Redirect($"{addresses.Continue}?code={state.Pass(new(session, login))}");
    }

    private StubResponse Continue(StubRequest request) =>
        state.Redeem(request.Query("code")) is { } handover ? Finish(handover.Session, handover.Login) : pages.Gone();

    /// <summary>The sign-in is complete and an answer is granted: send it, or say why not.</summary>
    public StubResponse Finish(IdpSession session, Login login)
    {
        var application = directory.Applications.FirstOrDefault(now => now.EntityId == login.Application?.EntityId);
        var person = directory.Current(session.UserName);
        if (application is null || person is null)
        {
            return pages.Gone();
        }

        if (person.Disabled)
        {
            return pages.Refuse(new(IdpPages.Disabled, ("user", person.UserName)), application);
        }

        if (!application.Active)
        {
            return pages.Refuse(new(IdpPages.InactiveApplication), application);
        }

        if (!directory.IsAssigned(person, application))
        {
            return pages.Refuse(new(IdpPages.Unassigned, ("user", person.Email ?? person.UserName)), application);
        }

        return AuthenticationMismatch.Find(settings, login.Request?.AuthnRequest) is { } mismatch
            ? pages.Refuse(mismatch, application)
            : outbox.Answer(login.Request, application, person, session.Since);
    }

    /// <summary>Ends the session of this browser.</summary>
    public StubResponse SignOut(StubRequest request)
    {
        state.SignOut(request.Cookie(cookieName));
        return pages.SignedOut();
    }

    // Service providers post cross-site, so the cookie has to be SameSite=None, which browsers take only over TLS.
    public StubResponse WithCookie(StubResponse response, IdpSession session, StubRequest request) => response.With(
        "Set-Cookie", $"{cookieName}={session.Id}; Path=/; HttpOnly" + (request.IsTls ? "; Secure; SameSite=None" : ""));
}
