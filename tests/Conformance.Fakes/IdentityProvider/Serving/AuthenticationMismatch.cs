using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>Whether the way a person signed in is the way the request asks for; everybody here signs in by password.</summary>
internal static class AuthenticationMismatch
{
    private static readonly string[] ByPassword =
        [AuthnContextClasses.Password, AuthnContextClasses.PasswordProtectedTransport, AuthnContextClasses.Unspecified];

    public static Refusal? Find(IdentityProviderSettings settings, AuthnRequest? request)
    {
        var asked = request?.RequestedAuthnContext?.ClassRefs ?? [];
        return settings.Requests.Strict && asked.Count > 0 && !asked.Any(ByPassword.Contains)
            ? new(IdpPages.AuthnContext, ("method", "Password"), ("requested", string.Join(", ", asked.Select(ShortName))))
            : null;
    }

    private static string ShortName(string classRef) => classRef[(classRef.LastIndexOf(':') + 1)..];
}
