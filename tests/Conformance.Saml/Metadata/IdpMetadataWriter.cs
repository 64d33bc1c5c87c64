using System.Globalization;
using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Keys;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Metadata;

/// <summary>Writes what an identity provider publishes.</summary>
internal static class IdpMetadataWriter
{
    private const string Md = SamlNamespaces.Metadata;
    private const string Federation = "http://docs.oasis-open.org/wsfed/federation/200706";

    public static string Write(IdpMetadata metadata, SigningKey? signingKey)
    {
        var document = Build(metadata);
        if (signingKey is not null)
        {
            var plan = new SigningPlan(SignedParts.Response, signingKey);
            XmlSigner.Sign(document.DocumentElement!, SignatureTemplate.From(plan, "ds"));
        }

        return ExactXml.Write(document);
    }

    public static XmlDocument Build(IdpMetadata metadata)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var entity = Dom.Append(document, "md", "EntityDescriptor", Md);
        entity.SetAttribute("entityID", metadata.EntityId);
        if (metadata.Id is not null)
        {
            entity.SetAttribute("ID", metadata.Id);
        }

        if (metadata.ValidUntil is { } until)
        {
            entity.SetAttribute("validUntil", SamlTime.Format(until, 0));
        }

        if (metadata.RoleDescriptorCertificate is not null)
        {
            WriteRoleDescriptor(entity, "SecurityTokenServiceType", metadata.RoleDescriptorCertificate);
            WriteRoleDescriptor(entity, "ApplicationServiceType", metadata.RoleDescriptorCertificate);
        }

        WriteIdp(entity, metadata);
        return document;
    }

    private static void WriteIdp(XmlElement entity, IdpMetadata metadata)
    {
        var idp = Dom.Append(entity, "md", "IDPSSODescriptor", Md);
        if (metadata.WantAuthnRequestsSigned is { } want)
        {
            idp.SetAttribute("WantAuthnRequestsSigned", want ? "true" : "false");
        }

        idp.SetAttribute("protocolSupportEnumeration", SamlNamespaces.Protocol);
        foreach (var certificate in metadata.Certificates)
        {
            WriteKey(idp, certificate);
        }

        WriteEndpoints(idp, "SingleLogoutService", metadata.SingleLogoutServices);
        foreach (var format in metadata.NameIdFormats)
        {
            Dom.Append(idp, "md", "NameIDFormat", Md, format);
        }

        WriteEndpoints(idp, "SingleSignOnService", metadata.SingleSignOnServices);
    }

    private static void WriteRoleDescriptor(XmlElement entity, string type, string certificate)
    {
        var role = Dom.Append(entity, "md", "RoleDescriptor", Md);
        Dom.SetNamespace(role, "fed", Federation);
        Dom.SetNamespace(role, "xsi", SamlNamespaces.XmlSchemaInstance);
        var attribute = role.OwnerDocument.CreateAttribute("xsi", "type", SamlNamespaces.XmlSchemaInstance);
        attribute.Value = "fed:" + type;
        role.SetAttributeNode(attribute);
        role.SetAttribute("protocolSupportEnumeration", Federation);
        WriteKey(role, new MetadataCertificate(certificate));
    }

    private static void WriteKey(XmlElement parent, MetadataCertificate certificate)
    {
        const string ds = SamlNamespaces.XmlSignature;
        var key = Dom.Append(parent, "md", "KeyDescriptor", Md);
        if (certificate.Use is not null)
        {
            key.SetAttribute("use", certificate.Use);
        }

        var info = Dom.Append(key, "ds", "KeyInfo", ds);
        var data = Dom.Append(info, "ds", "X509Data", ds);
        Dom.Append(data, "ds", "X509Certificate", ds, certificate.Base64);
    }

    private static void WriteEndpoints(XmlElement parent, string name, IReadOnlyList<Endpoint> endpoints)
    {
        foreach (var endpoint in endpoints)
        {
            var element = Dom.Append(parent, "md", name, Md);
            element.SetAttribute("Binding", endpoint.Binding);
            element.SetAttribute("Location", endpoint.Location);
            if (endpoint.Index is { } index)
            {
                element.SetAttribute("index", index.ToString(CultureInfo.InvariantCulture));
            }

            if (endpoint.IsDefault is { } isDefault)
            {
                element.SetAttribute("isDefault", isDefault ? "true" : "false");
            }
        }
    }
}
