using System.Text;
using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Logout;
using Conformance.ReferenceSp.Signatures;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>The assertion consumer service takes a Response by the HTTP-Redirect binding too, whose signature is over the query, and takes the query wrongly.</summary>
internal static class QueryFlaws
{
    // saml-bindings 3.4.4.1: what is signed with the message, in this order.
    private static readonly string[] SignedBeside = ["RelayState", "SigAlg"];

    public static IReadOnlyList<Flaw> All { get; } =
    [
        new("takes-unsigned-query", "Takes a Response from the address, and verifies the query's signature when there is one.", ["ATK-43", "NEG-01"],
            blueprint => ByQuery(blueprint, query => !query.ContainsKey("Signature"))),
        new("verifies-last-message-of-query", "Reads the SAMLRequest in the address before the SAMLResponse, whatever message it is, and verifies the query with the one that stood last (SimpleSAMLphp).", ["ATK-43"],
            blueprint => ByQuery(blueprint, _ => false)) { Cves = ["CVE-2025-27773"] },
        new("verifies-request-of-query", "Reads the SAMLResponse in the address and verifies the query with the SAMLRequest beside it.", ["ATK-43"],
            blueprint => ByQuery(blueprint, _ => false, read: "SAMLResponse", verified: "SAMLRequest")),
    ];

    private static Blueprint ByQuery(Blueprint blueprint, Func<IReadOnlyDictionary<string, string>, bool> isExcused, string read = "SAMLRequest", string? verified = null)
    {
        var taking = blueprint.Without("http-post-only");
        return taking with
        {
            Checks = [.. taking.Checks.Select(check => check switch
            {
                { Name: "base64" } => check with { FindFault = attempt => attempt.Request.Method == "GET" ? Take(attempt, isExcused, read, verified) : check.FindFault(attempt) },
                { IsAboutSignatures: true } => check with { FindFault = attempt => attempt.Request.Method == "GET" ? Trust(attempt) : check.FindFault(attempt) },
                _ => check,
            })],
        };
    }

    private static string? Take(LoginAttempt attempt, Func<IReadOnlyDictionary<string, string>, bool> isExcused, string read, string? verified)
    {
        var fields = attempt.Request.Query.TrimStart('?').Split('&').Select(field => field.Split('=', 2)).Where(field => field.Length == 2).ToList();
        var messages = fields.Where(field => field[0] is "SAMLRequest" or "SAMLResponse").ToList();
        var query = fields.GroupBy(field => field[0], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First()[1], StringComparer.Ordinal);
        var message = messages.FirstOrDefault(field => field[0] == read) ?? messages.FirstOrDefault();
        var vouched = messages.FirstOrDefault(field => field[0] == verified) ?? messages.LastOrDefault();
        if (message is null || vouched is null)
        {
            return "There is no message in the address.";
        }

        attempt.Message = RedirectMessage.Inflate(Convert.FromBase64String(RedirectMessage.Unescape(message[1])));
        return isExcused(query) || IsSigned(attempt, vouched, query) ? null : "The query was not signed with the configured certificate.";
    }

    private static bool IsSigned(LoginAttempt attempt, string[] message, Dictionary<string, string> query)
    {
        if (!query.TryGetValue("Signature", out var signature) || SignatureMethods.Find(RedirectMessage.Unescape(query.GetValueOrDefault("SigAlg", ""))) is not { } method)
        {
            return false;
        }

        var octets = string.Join('&', [$"{message[0]}={message[1]}", .. SignedBeside.Where(query.ContainsKey).Select(name => $"{name}={query[name]}")]);
        return attempt.Company.Keys.Any(key => key.Verifies(method, Encoding.ASCII.GetBytes(octets), Convert.FromBase64String(RedirectMessage.Unescape(signature))));
    }

    private static string? Trust(LoginAttempt attempt)
    {
        attempt.Assertion = attempt.Response.Element("Assertion", XmlNames.Assertion) ?? attempt.Assertion;
        attempt.ResponseIsVerified = true;
        return null;
    }
}
