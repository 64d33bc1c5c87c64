using Conformance.Fakes.Stubs;

namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>Every address that the identity provider answers at.</summary>
internal sealed class IdpAddresses(IdentityProviderSettings settings)
{
    private const string Template = "{application}";

    public string SingleSignOn => settings.Expand(settings.SingleSignOnAddress, Template);

    public string SignIn => settings.Expand(settings.SignInAddress, Template);

    public string Portal => settings.Expand(settings.PortalAddress, Template);

    public string Metadata => settings.Expand(settings.MetadataAddress, Template);

    /// <summary>Whether the SSO address says which application is meant; else only the request's Issuer does.</summary>
    public bool ApplicationInPath => settings.SingleSignOnAddress.Contains(Template, StringComparison.Ordinal);

    public string Continue => Beside(SingleSignOn, "/continue");

    public string Answer => Beside(SingleSignOn, "/answer/{token}");

    public string Enter => Beside(Portal, "/enter");

    public string OpenApplication => Beside(Portal, "/open/{application}");

    public string SignOut => Beside(SignIn, "/sign-out");

    public static string Fill(string address, string value) =>
        address.Replace("{application}", value, StringComparison.Ordinal).Replace("{token}", value, StringComparison.Ordinal);

    public static bool SameOrigin(string one, string other) =>
        string.Equals(IdentityProviderSettings.Origin(one), IdentityProviderSettings.Origin(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>Puts what answers at an address under the host; disposing ends it.</summary>
    public static IDisposable Attach(IStubHost host, string address, Func<StubRequest, StubResponse> answer)
    {
        var route = StubRoute.Template(
            IdentityProviderSettings.Path(address), new Uri(IdentityProviderSettings.Origin(address)).Host);
        return host.Handle(route, (request, _) => ValueTask.FromResult(answer(request).With("Cache-Control", "no-store")));
    }

    // Below the sign-in path, which is this identity provider's own also where several share one origin.
    private string Beside(string address, string path) =>
        IdentityProviderSettings.Origin(address) + IdentityProviderSettings.Path(SignIn) + path;
}
