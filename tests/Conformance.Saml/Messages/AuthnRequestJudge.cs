using System.Xml;
using Conformance.Saml.Names;

namespace Conformance.Saml.Messages;

/// <summary>What SAML asks of an AuthnRequest by itself, whoever sends it.</summary>
internal static class AuthnRequestJudge
{
    private static readonly string[] Order =
        ["Issuer", "Signature", "Extensions", "Subject", "NameIDPolicy", "Conditions", "RequestedAuthnContext", "Scoping"];

    public static void Judge(AuthnRequest request, XmlElement root, List<MessageProblem> problems)
    {
        void Require(bool holds, string clause, string sentence)
        {
            if (!holds)
            {
                problems.Add(new MessageProblem(clause, sentence));
            }
        }

        Require(IsNCName(request.ID), "saml-core/1.3.4", $"The ID '{request.ID}' is missing or no xs:ID.");
        Require(request.Version == "2.0", "saml-core/3.2.1", $"The Version is '{request.Version}', not '2.0'.");
        JudgeInstant(request, root, Require);
        Require(!string.IsNullOrWhiteSpace(request.Issuer), "saml-profiles/4.1.4.1", "There is no Issuer.");
        Require(request.IssuerFormat is null or NameIdFormats.Entity, "saml-profiles/4.1.4.1",
            $"The Issuer's Format is '{request.IssuerFormat}', which is not the entity format.");
        Require(request.AssertionConsumerServiceIndex is null
            || (request.AssertionConsumerServiceUrl is null && request.ProtocolBinding is null), "saml-core/3.4.1",
            "AssertionConsumerServiceIndex stands beside AssertionConsumerServiceURL or ProtocolBinding.");
        Require(request is not { ForceAuthn: true, IsPassive: true }, "saml-core/3.4.1",
            "ForceAuthn and IsPassive are both true: nobody can be authenticated anew without being asked.");
        Require(request.RequestedAuthnContext?.Comparison is null or "exact" or "minimum" or "maximum" or "better",
            "saml-core/3.3.2.2.1", $"The Comparison '{request.RequestedAuthnContext?.Comparison}' is not known.");
        Require(InOrder(root), "saml-core/3.4.1", "The child elements are not in the schema's order.");
        foreach (var name in (string[])["ForceAuthn", "IsPassive"])
        {
            Require(root.GetAttributeNode(name) is null || UntrustedXml.Boolean(root, name) is not null,
                "saml-core/3.4.1", $"{name} is '{root.GetAttribute(name)}', which is no xs:boolean.");
        }
    }

    private static void JudgeInstant(AuthnRequest request, XmlElement root, Action<bool, string, string> require)
    {
        var text = root.GetAttribute("IssueInstant");
        require(request.IssueInstant is not null, "saml-core/3.2.1", $"The IssueInstant '{text}' is no xs:dateTime.");
        require(request.IssueInstant is null || text.EndsWith('Z'), "saml-core/1.3.3",
            $"The IssueInstant '{text}' is not written in UTC with a Z.");
    }

    private static bool InOrder(XmlElement root)
    {
        var places = root.ChildNodes.OfType<XmlElement>().Select(child => Array.IndexOf(Order, child.LocalName)).ToList();
        return places.TrueForAll(place => place >= 0) && places.SequenceEqual(places.Order());
    }

    private static bool IsNCName(string? id)
    {
        try
        {
            return id is not null && XmlConvert.VerifyNCName(id).Length > 0;
        }
        catch (Exception error) when (error is XmlException or ArgumentException)
        {
            return false;
        }
    }
}
