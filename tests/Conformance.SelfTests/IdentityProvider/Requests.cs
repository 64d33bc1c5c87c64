using System.Globalization;

namespace Conformance.SelfTests.IdentityProvider;

/// <summary>AuthnRequests as service providers write them.</summary>
internal static class Requests
{
    public const string EntityId = "https://sp.example/metadata";

    public static string Xml(
        string id = "_request1", string? issuer = EntityId, string? acs = "https://sp.example/acs", string attributes = "",
        string content = "", string version = "2.0", DateTimeOffset? issued = null)
    {
        var time = (issued ?? DateTimeOffset.UtcNow).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var where = acs is null ? "" : $" AssertionConsumerServiceURL=\"{acs}\"";
        var who = issuer is null ? "" : $"<saml:Issuer>{issuer}</saml:Issuer>";
        return $"<samlp:AuthnRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\""
            + $" ID=\"{id}\" Version=\"{version}\" IssueInstant=\"{time}\"{where} {attributes}>{who}{content}</samlp:AuthnRequest>";
    }
}
