using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Xml;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Web;

/// <summary>The service provider's metadata for one company (saml-metadata 2.4.4).</summary>
internal static class MetadataPage
{
    private static readonly XNamespace Metadata = XmlNames.Metadata;
    private static readonly XNamespace Signature = XmlNames.Signature;

    private static readonly string[] LogoutBindings = [XmlNames.RedirectBinding, XmlNames.PostBinding];

    public static Task WriteAsync(Exchange exchange, Company company, CompanyAddresses addresses, X509Certificate2 signing, FrontBlueprint front)
    {
        var configuration = company.Configuration;
        var descriptor = new XElement(
            Metadata + "EntityDescriptor",
            new XAttribute(XNamespace.Xmlns + "md", Metadata),
            new XAttribute(XNamespace.Xmlns + "ds", Signature),
            new XAttribute("entityID", addresses.EntityId),
            new XElement(
                Metadata + "SPSSODescriptor",
                new XAttribute("protocolSupportEnumeration", XmlNames.Protocol),
                new XAttribute("AuthnRequestsSigned", configuration.SignRequests),
                new XAttribute("WantAssertionsSigned", false),
                configuration.SignRequests || configuration.SingleLogoutUrl is not null ? Key("signing", signing) : null,
                configuration.DecryptionCertificates.Select(certificate => Key("encryption", certificate)),
                configuration.SingleLogoutUrl is null ? [] : LogoutBindings.Select(binding => new XElement(
                    Metadata + "SingleLogoutService",
                    new XAttribute("Binding", binding),
                    new XAttribute("Location", addresses.SingleLogoutUrl))),
                configuration.NameIdFormat is { } format ? new XElement(Metadata + "NameIDFormat", format) : null,
                new XElement(
                    Metadata + "AssertionConsumerService",
                    new XAttribute("Binding", XmlNames.PostBinding),
                    new XAttribute("Location", addresses.AssertionConsumerServiceUrl),
                    new XAttribute("index", 0),
                    new XAttribute("isDefault", true))),
            new XElement(
                Metadata + "ContactPerson",
                new XAttribute("contactType", "technical"),
                new XElement(Metadata + "EmailAddress", $"mailto:operators@{new Uri(addresses.ProfileUrl).Host}")));
        front.ShapeMetadata(descriptor);
        exchange.Http.Response.ContentType = front.MetadataType;
        return exchange.Http.Response.WriteAsync(descriptor.ToString(), exchange.Http.RequestAborted);
    }

    private static XElement Key(string use, X509Certificate2 certificate) => new(
        Metadata + "KeyDescriptor",
        new XAttribute("use", use),
        new XElement(
            Signature + "KeyInfo",
            new XElement(
                Signature + "X509Data",
                new XElement(Signature + "X509Certificate", Convert.ToBase64String(certificate.RawData)))));
}
