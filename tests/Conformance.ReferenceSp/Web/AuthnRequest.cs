using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Sessions;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Web;

/// <summary>The request to a company's identity provider (saml-core 3.4.1).</summary>
internal sealed class AuthnRequest(Company company, CompanyAddresses addresses, PendingRequest pending, FrontBlueprint front)
{
    private const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    private const string RsaSha1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";

    private static readonly XNamespace Protocol = XmlNames.Protocol;
    private static readonly XNamespace Assertion = XmlNames.Assertion;

    /// <summary>The address that carries the request (saml-bindings 3.4.4.1).</summary>
    public string RedirectUrl(string relayState, X509Certificate2? signing)
    {
        using var deflated = new MemoryStream();
        using (var deflate = new DeflateStream(deflated, CompressionLevel.Optimal))
        {
            deflate.Write(Encoding.UTF8.GetBytes(Xml()));
        }

        var query = $"SAMLRequest={Uri.EscapeDataString(Convert.ToBase64String(deflated.ToArray()))}&RelayState={Uri.EscapeDataString(relayState)}";
        if (signing is not null)
        {
            query += $"&SigAlg={Uri.EscapeDataString(front.SignsWithSha256 ? RsaSha256 : RsaSha1)}";
            using var key = signing.GetRSAPrivateKey()!;
            var signature = key.SignData(Encoding.ASCII.GetBytes(query), front.SignsWithSha256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
            query += $"&Signature={Uri.EscapeDataString(Convert.ToBase64String(signature))}";
        }

        return company.SingleSignOnUrl + (company.SingleSignOnUrl.Contains('?', StringComparison.Ordinal) ? "&" : "?") + query;
    }

    /// <summary>The value of the form field SAMLRequest (saml-bindings 3.5.4).</summary>
    public string PostValue(X509Certificate2? signing) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(signing is null ? Xml() : Signed(signing)));

    private string Xml()
    {
        var request = Build();
        front.ShapeRequest(request);
        return request.ToString(SaveOptions.DisableFormatting);
    }

    private XElement Build() => new(
        Protocol + "AuthnRequest",
        new XAttribute(XNamespace.Xmlns + "samlp", Protocol),
        new XAttribute(XNamespace.Xmlns + "saml", Assertion),
        new XAttribute("ID", pending.Id),
        new XAttribute("Version", "2.0"),
        new XAttribute("IssueInstant", SamlTime.Format(pending.Asked)),
        new XAttribute("Destination", company.SingleSignOnUrl),
        new XAttribute("AssertionConsumerServiceURL", addresses.AssertionConsumerServiceUrl),
        new XAttribute("ProtocolBinding", XmlNames.PostBinding),
        pending.Demand == LoginDemand.Fresh ? new XAttribute("ForceAuthn", "true") : null,
        new XElement(Assertion + "Issuer", addresses.EntityId),
        new XElement(
            Protocol + "NameIDPolicy",
            company.Configuration.NameIdFormat is { } format ? new XAttribute("Format", format) : null,
            new XAttribute("AllowCreate", "true")),
        pending.Demand == LoginDemand.SecondFactor
            ? new XElement(
                Protocol + "RequestedAuthnContext",
                new XAttribute("Comparison", "exact"),
                new XElement(Assertion + "AuthnContextClassRef", DemandChecks.SecondFactor))
            : null);

    private string Signed(X509Certificate2 signing)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        using var reader = XmlReader.Create(new StringReader(Xml()), XmlParsing.Settings);
        document.Load(reader);
        using var key = signing.GetRSAPrivateKey()!;
        var signed = new SignedXml(document) { SigningKey = key };
        signed.SignedInfo!.SignatureMethod = RsaSha256;
        signed.SignedInfo.CanonicalizationMethod = front.SignsExclusiveForm ? SignedXml.XmlDsigExcC14NTransformUrl : SignedXml.XmlDsigC14NTransformUrl;
        var reference = new Reference("#" + pending.Id) { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        signed.AddReference(reference);
        signed.ComputeSignature();

        // The schema wants the Signature right behind the Issuer.
        document.DocumentElement!.InsertAfter(document.ImportNode(signed.GetXml(), deep: true), document.DocumentElement.FirstChild);
        return document.OuterXml;
    }
}
