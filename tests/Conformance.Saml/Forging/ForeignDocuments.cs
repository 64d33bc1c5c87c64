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

    /// <summary>What everybody gets who signs out, unsigned: by the HTTP-Redirect binding the query is signed.</summary>
    /// <param name="work">The message beside which it is to stand.</param>
    /// <param name="isRequest">The identity provider's own LogoutRequest for the honest message's person; false answers one.</param>
    public static XmlDocument Logout(Workpiece work, bool isRequest)
    {
        var (content, style) = (work.Draft.Content, work.Draft.Style);
        var (document, message) = Begin(work, isRequest ? "LogoutRequest" : "LogoutResponse");
        if (content.Destination is { } destination)
        {
            message.SetAttribute("Destination", destination);
        }

        ResponseWriter.WriteIssuer(message, content, style);
        if (isRequest)
        {
            Dom.Append(message, style.AssertionPrefix, "NameID", SamlNamespaces.Assertion, content.NameId?.Value ?? work.Context.Ids.Next());
        }
        else
        {
            message.SetAttribute("InResponseTo", work.Context.Ids.Next());
            WriteSuccess(message, style.ProtocolPrefix);
        }

        return document;
    }

    private static XmlDocument MakeLogoutResponse(Workpiece work)
    {
        var (document, response) = Begin(work, "LogoutResponse");
        response.SetAttribute("InResponseTo", work.Context.Ids.Next());
        ResponseWriter.WriteIssuer(response, work.Draft.Content, work.Draft.Style);
        WriteSuccess(response, work.Draft.Style.ProtocolPrefix);
        return document;
    }

    private static (XmlDocument Document, XmlElement Message) Begin(Workpiece work, string name)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var message = Dom.Append(document, work.Draft.Style.ProtocolPrefix, name, SamlNamespaces.Protocol);
        message.SetAttribute("ID", work.Context.Ids.Next());
        message.SetAttribute("Version", "2.0");
        message.SetAttribute("IssueInstant", SamlTime.Format(work.Draft.Content.IssueInstant, work.Draft.Style.FractionDigits));
        return (document, message);
    }

    private static void WriteSuccess(XmlElement response, string prefix)
    {
        var status = Dom.Append(response, prefix, "Status", SamlNamespaces.Protocol);
        Dom.Append(status, prefix, "StatusCode", SamlNamespaces.Protocol).SetAttribute("Value", StatusCodes.Success);
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
