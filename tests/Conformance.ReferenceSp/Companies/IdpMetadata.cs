using System.Text;
using System.Xml;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Companies;

/// <summary>What an identity provider's metadata says (saml-metadata 2.4.3).</summary>
internal sealed record IdpMetadata
{
    public required string EntityId { get; init; }

    public string? RedirectUrl { get; init; }

    public string? PostUrl { get; init; }

    /// <summary>Where logout messages go, by HTTP-Redirect.</summary>
    public string? LogoutUrl { get; init; }

    public required IReadOnlyList<string> Certificates { get; init; }

    /// <summary>Those of them whose KeyDescriptor does not say what the key is for.</summary>
    public required IReadOnlyList<string> CertificatesWithoutUse { get; init; }

    public static IdpMetadata Parse(string xml, DateTimeOffset now)
    {
        XmlElement entity;
        try
        {
            entity = XmlParsing.Parse(Encoding.UTF8.GetBytes(xml)).DocumentElement!;
        }
        catch (XmlException exception)
        {
            throw new CompanyConfigurationException($"The identity provider's metadata cannot be read: {exception.Message}", exception);
        }

        if (!entity.Is("EntityDescriptor", XmlNames.Metadata) || entity.Element("IDPSSODescriptor", XmlNames.Metadata) is not { } idp)
        {
            throw new CompanyConfigurationException("The metadata is no EntityDescriptor of an identity provider.");
        }

        if (new[] { entity, idp }.Select(element => element.Value("validUntil")).OfType<string>().Any(value => SamlTime.Parse(value) is not { } end || end <= now))
        {
            throw new CompanyConfigurationException("The identity provider's metadata has expired (validUntil).");
        }

        return new IdpMetadata
        {
            EntityId = entity.Value("entityID") ?? throw new CompanyConfigurationException("The identity provider's metadata has no entityID."),
            RedirectUrl = Location(idp, XmlNames.RedirectBinding),
            PostUrl = Location(idp, XmlNames.PostBinding),
            LogoutUrl = Location(idp, XmlNames.RedirectBinding, "SingleLogoutService"),
            // A KeyDescriptor without use serves both uses (saml-metadata 2.4.1.1).
            Certificates = CertificatesOf(idp, use => use is null or "signing"),
            CertificatesWithoutUse = CertificatesOf(idp, use => use is null),
        };
    }

    private static List<string> CertificatesOf(XmlElement idp, Func<string?, bool> isWanted) =>
    [
        .. from key in idp.Elements("KeyDescriptor", XmlNames.Metadata)
           where isWanted(key.Value("use"))
           from info in key.Elements("KeyInfo", XmlNames.Signature)
           from data in info.Elements("X509Data", XmlNames.Signature)
           from certificate in data.Elements("X509Certificate", XmlNames.Signature)
           select certificate.Text(),
    ];

    private static string? Location(XmlElement idp, string binding, string endpoint = "SingleSignOnService") =>
        idp.Elements(endpoint, XmlNames.Metadata).FirstOrDefault(service => service.Value("Binding") == binding)?.Value("Location");
}
