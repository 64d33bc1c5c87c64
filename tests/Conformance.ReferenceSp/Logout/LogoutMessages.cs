using System.Security.Cryptography;
using System.Xml.Linq;
using Conformance.ReferenceSp.Sessions;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Logout;

/// <summary>Writes our own logout messages (saml-core 3.7).</summary>
internal static class LogoutMessages
{
    private static readonly XNamespace P = XmlNames.Protocol;
    private static readonly XNamespace A = XmlNames.Assertion;

    public static XElement Request(CompanyAddresses addresses, string destination, Session session, DateTimeOffset now)
    {
        var request = Envelope("LogoutRequest", addresses, destination, now);
        request.SetAttributeValue("NotOnOrAfter", SamlTime.Format(now.AddMinutes(5)));
        request.Add(new XElement(
            A + "NameID",
            session.NameIdAttributes.Select(attribute => new XAttribute(attribute.Key, attribute.Value)),
            session.NameId ?? string.Empty));
        if (session.SessionIndex is { } index)
        {
            request.Add(new XElement(P + "SessionIndex", index));
        }

        return request;
    }

    public static XElement Response(CompanyAddresses addresses, string destination, string requestId, DateTimeOffset now)
    {
        var response = Envelope("LogoutResponse", addresses, destination, now);
        response.SetAttributeValue("InResponseTo", requestId);
        response.Add(new XElement(P + "Status", new XElement(P + "StatusCode", new XAttribute("Value", XmlNames.Success))));
        return response;
    }

    private static XElement Envelope(string name, CompanyAddresses addresses, string destination, DateTimeOffset now) => new(
        P + name,
        new XAttribute(XNamespace.Xmlns + "samlp", P),
        new XAttribute(XNamespace.Xmlns + "saml", A),
        new XAttribute("ID", "_" + RandomNumberGenerator.GetHexString(32, lowercase: true)),
        new XAttribute("Version", "2.0"),
        new XAttribute("IssueInstant", SamlTime.Format(now)),
        new XAttribute("Destination", destination),
        new XElement(A + "Issuer", addresses.EntityId));
}
