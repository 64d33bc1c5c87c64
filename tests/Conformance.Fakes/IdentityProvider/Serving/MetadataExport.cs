using Conformance.Saml.Keys;
using Conformance.Saml.Metadata;
using Conformance.Saml.Names;

namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>Writes the metadata that an administrator downloads.</summary>
internal static class MetadataExport
{
    public static string Write(
        IdentityProviderSettings settings, ServiceProviderApplication application, string issuer, string ssoUrl,
        IReadOnlyList<SigningKey> keys, SigningKey? federationKey)
    {
        var exports = settings.Exports;
        var endpoints = new List<Endpoint>();
        if (!exports.RedirectEndpointWhenDeclared || application.DeclareRedirectEndpoint)
        {
            endpoints.Add(new(BindingUris.HttpRedirect, ssoUrl));
        }

        if (exports.PostEndpoint)
        {
            endpoints.Add(new(BindingUris.HttpPost, ssoUrl));
        }

        return new IdpMetadata(issuer)
        {
            Certificates = [.. keys.Select(key => new MetadataCertificate(
                key.CertificateBase64, exports.KeyUseUnsaid || exports.KeysWithoutUse.Contains(key.Name, StringComparer.Ordinal) ? null : MetadataCertificate.Signing))],
            SingleSignOnServices = endpoints,
            SingleLogoutServices = exports.LogoutEndpoint ? [new(BindingUris.HttpRedirect, ssoUrl)] : [],
            NameIdFormats = [application.NameIdFormat ?? settings.NameId.Format],
            WantAuthnRequestsSigned = exports.WantAuthnRequestsSigned,
            RoleDescriptorCertificate = federationKey?.CertificateBase64,
        }.ToXml();
    }
}
