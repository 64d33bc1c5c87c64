using Conformance.Fakes.IdentityProvider.Pages;
using Conformance.Fakes.Stubs;

namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>Where people see their applications, and what happens when they choose one.</summary>
internal sealed class PortalService(
    IdpAddresses addresses, IdpDirectory directory, LoginState state, PageFactory pages, SignInDesk desk)
{
    /// <summary>Puts the addresses under the host; disposing ends it.</summary>
    public IReadOnlyList<IDisposable> Attach(IStubHost host) =>
    [
        IdpAddresses.Attach(host, addresses.Portal, Portal),
        IdpAddresses.Attach(host, addresses.Enter, Enter),
        IdpAddresses.Attach(host, addresses.OpenApplication, OpenApplication),
    ];

    private StubResponse Portal(StubRequest request)
    {
        if (desk.SessionOf(request) is not { } session || directory.Current(session.UserName) is not { } person)
        {
            return StubResponse.Redirect(addresses.SignIn);
        }

        var tiles = directory.Applications
            .Where(application => application.Active && directory.IsAssigned(person, application))
            .Select(application => (application.Name, IdpAddresses.Fill(addresses.OpenApplication, Uri.EscapeDataString(application.Segment))));
        return pages.Portal(person, [.. tiles], addresses.SignOut);
    }

    private StubResponse Enter(StubRequest request) => state.Redeem(request.Query("code")) is { } handover
        ? desk.WithCookie(StubResponse.Redirect(addresses.Portal), handover.Session, request)
        : pages.Gone();

    private StubResponse OpenApplication(StubRequest request)
    {
        var segment = request.RouteValues["application"];
        if (directory.Applications.FirstOrDefault(candidate => candidate.Segment == segment) is not { } application)
        {
            return pages.Refuse(new(IdpPages.UnknownApplication, ("issuer", segment)), status: 404);
        }

        if (application.SignOnUrl is { } start)
        {
            return StubResponse.Redirect(start);
        }

        if (desk.SessionOf(request) is not { } session)
        {
            return StubResponse.Redirect(addresses.SignIn);
        }

        var login = state.Begin(null, application);
        if (!state.TakeGrant())
        {
            return pages.Waiting(application);
        }

        return IdpAddresses.SameOrigin(addresses.SingleSignOn, addresses.Portal)
            ? desk.Finish(session, login)
            : StubResponse.Redirect($"{addresses.Continue}?code={state.Pass(new(session, login))}");
    }
}
