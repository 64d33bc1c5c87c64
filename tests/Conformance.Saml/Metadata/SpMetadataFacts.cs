using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Saml.Metadata;

/// <summary>
/// What a service provider's metadata says, by name: values as they stand, and under <c>…Problems</c> what does not hold together, a sentence
/// each. Any other name is a path from the EntityDescriptor, as <c>SPSSODescriptor/@AuthnRequestsSigned</c>.
/// </summary>
/// <param name="Metadata">The metadata.</param>
/// <param name="Now">The time that validity is held against.</param>
public sealed record SpMetadataFacts(SpMetadata Metadata, DateTimeOffset Now)
{
    private const int LongestEntityId = 1024;

    /// <summary>The values of a name; none where there is nothing, which for problems is as it should be.</summary>
    public IReadOnlyList<string> Values(string name) => name switch
    {
        "entityID" => Metadata.EntityId is { } id ? [id] : [],
        "NameIDFormat" => Metadata.NameIdFormats,
        "AuthnRequestsSigned" => [Metadata.AuthnRequestsSigned == true ? "true" : "false"],
        "WantAssertionsSigned" => [Metadata.WantAssertionsSigned == true ? "true" : "false"],
        "AssertionConsumerService" => [.. Metadata.AssertionConsumerServices.Select(service => service.Location)],
        "AssertionConsumerServiceBinding" => [.. Metadata.AssertionConsumerServices.Select(service => service.Binding).Distinct(StringComparer.Ordinal)],
        "Problems" => [.. Metadata.Problems.Select(problem => problem.Sentence)],
        "EntityIdProblems" => [.. EntityId()],
        "RoleProblems" => [.. Role()],
        "ServiceProblems" => [.. Services()],
        "PostProblems" => Metadata.AssertionConsumerServices.Any(service => service.Binding == BindingUris.HttpPost) ? [] : ["No AssertionConsumerService takes HTTP-POST."],
        "LocationProblems" => [.. Locations()],
        "RedirectProblems" => Metadata.AssertionConsumerServices.Any(service => service.Binding == BindingUris.HttpRedirect)
            ? ["An AssertionConsumerService is offered by HTTP-Redirect, by which no Response may come."]
            : [],
        "SigningKeyProblems" => [.. SigningKeys()],
        "EncryptionKeyProblems" => Metadata.Certificates.Any(certificate => certificate.Use is "encryption" or null) ? [] : ["There is no key to encrypt for."],
        "KeyProblems" => [.. Keys()],
        "ValidityProblems" => [.. Validity()],
        "SignatureProblems" => EnvelopedSignature.Problems(Metadata.Xml, []),
        "DoctypeProblems" => Metadata.Xml.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) ? ["The document has a DOCTYPE."] : [],
        "PrivateKeyProblems" => [.. PrivateKeys()],
        "AttributeServiceProblems" => [.. AttributeServices()],
        _ => Entity() is { } entity ? MessagePath.Values(entity, name) : [],
    };

    private XmlElement? Entity() => UntrustedXml.TryRead(Metadata.Xml, [], "saml-metadata/2.3") is not { } root ? null
        : root.LocalName == "EntityDescriptor" ? root
        : root.GetElementsByTagName("EntityDescriptor", SamlNamespaces.Metadata).OfType<XmlElement>().FirstOrDefault(entity => entity.GetAttribute("entityID") == Metadata.EntityId);

    private IEnumerable<string> EntityId()
    {
        if (Metadata.EntityId is not { Length: > 0 } id)
        {
            yield return "There is no entityID.";
        }
        else if (!Uri.TryCreate(id, UriKind.Absolute, out _))
        {
            yield return $"The entityID \"{id}\" is no absolute URI.";
        }
        else if (id.Length > LongestEntityId)
        {
            yield return $"The entityID has {id.Length} characters, more than {LongestEntityId}.";
        }
    }

    private IEnumerable<string> Role()
    {
        if (Entity() is not { } entity || MessagePath.Values(entity, "SPSSODescriptor/@protocolSupportEnumeration") is not [var protocols, ..])
        {
            yield return "There is no SPSSODescriptor with a protocolSupportEnumeration.";
        }
        else if (!protocols.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains(SamlNamespaces.Protocol, StringComparer.Ordinal))
        {
            yield return $"The SPSSODescriptor speaks \"{protocols}\", not the SAML 2.0 protocol.";
        }
    }

    private IEnumerable<string> Services()
    {
        var services = Metadata.AssertionConsumerServices;
        if (services.Count == 0)
        {
            yield return "There is no AssertionConsumerService.";
        }

        if (services.Any(service => service.Index is null))
        {
            yield return "An AssertionConsumerService has no index.";
        }

        if (services.GroupBy(service => service.Index).FirstOrDefault(group => group.Count() > 1) is { Key: { } twice })
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"The index {twice} stands at more than one AssertionConsumerService.");
        }

        if (services.Count(service => service.IsDefault == true) > 1)
        {
            yield return "More than one AssertionConsumerService is the default.";
        }

        foreach (var service in services.Concat(Metadata.SingleLogoutServices).Where(service => !Uri.TryCreate(service.Location, UriKind.Absolute, out _)))
        {
            yield return $"The Location \"{service.Location}\" is no absolute URI.";
        }
    }

    private IEnumerable<string> Locations() => Metadata.AssertionConsumerServices.Concat(Metadata.SingleLogoutServices)
        .Where(service => !service.Location.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        .Select(service => $"The Location {service.Location} is not https.");

    private IEnumerable<string> SigningKeys()
    {
        if (Metadata.Certificates.Any(certificate => certificate.Use is "signing" or null))
        {
            yield break;
        }

        if (Metadata.AuthnRequestsSigned == true)
        {
            yield return "AuthnRequestsSigned is true, and there is no key to verify with.";
        }

        if (Metadata.SingleLogoutServices.Count > 0)
        {
            yield return "A SingleLogoutService is listed, and there is no key to verify its messages with.";
        }
    }

    private IEnumerable<string> Keys()
    {
        foreach (var entry in Metadata.Certificates)
        {
            using var certificate = entry.Load();
            if (certificate is null)
            {
                yield return "A certificate cannot be read.";
                continue;
            }

            using var rsa = certificate.GetRSAPublicKey();
            using var ecdsa = certificate.GetECDsaPublicKey();
            if (rsa?.KeySize < 2048 || ecdsa?.KeySize < 256)
            {
                yield return $"The key of {certificate.Subject} has {rsa?.KeySize ?? ecdsa!.KeySize} bits.";
            }

            // A self-signed certificate is but the wrapping of its key: only its end is ever looked at.
            if (certificate.NotAfter.ToUniversalTime() < Now.UtcDateTime)
            {
                yield return $"The certificate of {certificate.Subject} ended on {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}.";
            }

            if (certificate.SignatureAlgorithm.FriendlyName is { } algorithm && (algorithm.StartsWith("md5", StringComparison.OrdinalIgnoreCase) || algorithm.StartsWith("sha1", StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"The certificate of {certificate.Subject} is signed with {algorithm}.";
            }
        }
    }

    private IEnumerable<string> Validity()
    {
        if (Metadata.ValidUntil is { } end && end <= Now)
        {
            yield return $"validUntil {end:u} is past.";
        }

        if (Metadata.CacheDuration is { } cache && cache <= TimeSpan.Zero)
        {
            yield return $"cacheDuration is {cache}.";
        }
    }

    private IEnumerable<string> PrivateKeys()
    {
        if (Metadata.Xml.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            yield return "The document holds a private key in PEM form.";
        }

        foreach (var part in (string[])["<P>", ":P>", "<D>", ":D>", "InverseQ>"])
        {
            if (Metadata.Xml.Contains("RSAKeyValue", StringComparison.Ordinal) && Metadata.Xml.Contains(part, StringComparison.Ordinal))
            {
                yield return "An RSAKeyValue holds the parts of a private key.";
                yield break;
            }
        }
    }

    private IEnumerable<string> AttributeServices()
    {
        if (Entity() is not { } entity)
        {
            yield break;
        }

        var services = entity.GetElementsByTagName("AttributeConsumingService", SamlNamespaces.Metadata).OfType<XmlElement>().ToList();
        if (services.GroupBy(service => service.GetAttribute("index")).Any(group => group.Count() > 1))
        {
            yield return "Two AttributeConsumingServices have the same index.";
        }

        if (services.Exists(service => MessagePath.Values(service, "ServiceName").Count == 0))
        {
            yield return "An AttributeConsumingService has no ServiceName.";
        }

        foreach (var service in services)
        {
            var names = MessagePath.Values(service, "RequestedAttribute/@Name");
            if (names.Count == 0)
            {
                yield return "An AttributeConsumingService asks for no attribute.";
            }
            else if (names.Distinct(StringComparer.Ordinal).Count() < names.Count)
            {
                yield return "An AttributeConsumingService asks twice for the same attribute.";
            }
        }
    }
}
