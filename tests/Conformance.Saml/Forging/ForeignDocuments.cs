using System.Xml;
using Conformance.Saml.Metadata;
using Conformance.Saml.Names;
using Conformance.Saml.Signing;
using Conformance.Saml.Tamperings;

namespace Conformance.Saml.Forging;

/// <summary>Other documents that the IdP signs and that anybody can get hold of. None of them names a person.</summary>
internal static class ForeignDocuments
{
    public static readonly string[] Kinds = ["metadata", "logout-response", "error-response"];

    public static XmlElement Make(string kind, Workpiece work)
    {
        var document = kind switch
        {
            "metadata" => MakeMetadata(work),
            "logout-response" => MakeLogoutResponse(work),
            "error-response" => MakeErrorResponse(work),
            _ => throw new TamperingException($"the IdP signs no document '{kind}'{NearestWord.Suggest(kind, Kinds)}"),
        };
        XmlSigner.Sign(document.DocumentElement!, SignatureTemplate.From(work.Draft));
        return document.DocumentElement!;
    }

    private static XmlDocument MakeMetadata(Workpiece work)
    {
        var content = work.Draft.Content;
        return IdpMetadataWriter.Build(new IdpMetadata(content.Issuer)
        {
            Id = work.Context.Ids.Next(),
            Certificates = [new MetadataCertificate(work.Context.IdpKey.CertificateBase64)],
            SingleSignOnServices = [new Endpoint(BindingUris.HttpRedirect, content.Issuer)],
        });
    }

    private static XmlDocument MakeLogoutResponse(Workpiece work)
    {
        var (content, style) = (work.Draft.Content, work.Draft.Style);
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var prefix = style.ProtocolPrefix;
        var response = Dom.Append(document, prefix, "LogoutResponse", SamlNamespaces.Protocol);
        response.SetAttribute("ID", work.Context.Ids.Next());
        response.SetAttribute("Version", "2.0");
        response.SetAttribute("IssueInstant", SamlTime.Format(content.IssueInstant, style.FractionDigits));
        response.SetAttribute("InResponseTo", work.Context.Ids.Next());
        ResponseWriter.WriteIssuer(response, content, style);
        var status = Dom.Append(response, prefix, "Status", SamlNamespaces.Protocol);
        Dom.Append(status, prefix, "StatusCode", SamlNamespaces.Protocol).SetAttribute("Value", StatusCodes.Success);
        return document;
    }

    private static XmlDocument MakeErrorResponse(Workpiece work) => ResponseWriter.Write(work.Draft with
    {
        Style = work.Draft.Style with { XmlDeclaration = false },
        Content = work.Draft.Content with
        {
            ResponseId = work.Context.Ids.Next(),
            AssertionId = null,
            StatusCode = StatusCodes.Responder,
            SubStatusCode = StatusCodes.AuthnFailed,
        },
    });
}
