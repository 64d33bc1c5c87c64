using System.Globalization;
using System.Xml.Linq;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>What goes wrong with the request to the identity provider.</summary>
internal static class RequestFlaws
{
    private static readonly XNamespace P = XmlNames.Protocol;
    private static readonly XNamespace A = XmlNames.Assertion;

    public static IReadOnlyList<Flaw> All { get; } =
    [
        Shaping("adds-unknown-attribute", "Writes into the AuthnRequest an attribute that the schema does not have.", ["AR-05"],
            request => request.SetAttributeValue("Tenant", "example")),
        Shaping("mixes-up-elements", "Puts NameIDPolicy before the Issuer, which the schema forbids and strict identity providers refuse.", ["AR-05"],
            request =>
            {
                var policy = request.Element(P + "NameIDPolicy")!;
                policy.Remove();
                request.AddFirst(policy);
            }),
        new("repeats-request-id", "Sends every AuthnRequest with the same ID.", ["AR-06"],
            blueprint => blueprint with { NewRequestId = () => "_3f1a9c5e7b2d4f6081a3c5e7f9b1d3f5" }),
        Shaping("writes-local-time", "Writes IssueInstant with the offset of its own time zone.", ["AR-07"],
            request => request.SetAttributeValue("IssueInstant", DateTimeOffset.Parse(request.Attribute("IssueInstant")!.Value, CultureInfo.InvariantCulture)
                .ToOffset(TimeSpan.FromHours(2)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture))),
        Shaping("sends-stale-request", "Sends a request that it made when it started.", ["AR-07"],
            request => request.SetAttributeValue("IssueInstant", DateTimeOffset.Parse(request.Attribute("IssueInstant")!.Value, CultureInfo.InvariantCulture)
                .ToUniversalTime().AddHours(-3).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))),
        Shaping("gives-issuer-a-format", "Calls its Issuer a name of no particular format, as if it were a person.", ["AR-08"],
            request => request.Element(A + "Issuer")!.SetAttributeValue("Format", "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified")),
        Shaping("leaves-destination-out", "Leaves Destination out.", ["AR-09"], request => request.SetAttributeValue("Destination", null)),
        Shaping("names-acs-by-index", "Names the ACS by its index in metadata that the identity provider may not have.", ["AR-10"],
            request =>
            {
                request.SetAttributeValue("AssertionConsumerServiceURL", null);
                request.SetAttributeValue("ProtocolBinding", null);
                request.SetAttributeValue("AssertionConsumerServiceIndex", "0");
            }),
        Shaping("names-acs-twice", "Names the ACS by URL and by index at once; Entra ID refuses that.", ["AR-10"],
            request => request.SetAttributeValue("AssertionConsumerServiceIndex", "0")),
        Shaping("demands-persistent-name", "Asks for a persistent NameID whether or not the identity provider has one.", ["AR-11"],
            request => request.Element(P + "NameIDPolicy")!.SetAttributeValue("Format", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent")),
        Shaping("forbids-new-names", "Says AllowCreate=false, so that people who are new here get no identifier.", ["AR-11"],
            request => request.Element(P + "NameIDPolicy")!.SetAttributeValue("AllowCreate", "false")),
        Shaping("demands-encrypted-name", "Asks for an encrypted NameID.", ["AR-11"],
            request => request.Element(P + "NameIDPolicy")!.SetAttributeValue("Format", "urn:oasis:names:tc:SAML:2.0:nameid-format:encrypted")),
        Shaping("demands-password", "Asks for exactly a password over TLS, so that people with a passkey get AADSTS75011.", ["AR-12"],
            request => request.Add(Context("exact"))),
        Shaping("demands-minimum-context", "Asks for at least a password, in an order that nobody knows.", ["AR-12"], request => request.Add(Context("minimum"))),
        Shaping("confirms-subject-in-request", "Puts a Subject with a confirmation into the request.", ["AR-13"],
            request => request.Element(P + "NameIDPolicy")!.AddBeforeSelf(new XElement(
                A + "Subject",
                new XElement(A + "NameID", "somebody@sp.example"),
                new XElement(A + "SubjectConfirmation", new XAttribute("Method", "urn:oasis:names:tc:SAML:2.0:cm:bearer"))))),
        Shaping("asks-passively", "Sends IsPassive with every request, so that nobody may be asked for a password.", ["AR-17"],
            request => request.SetAttributeValue("IsPassive", "true")),
        Front("breaks-base64-lines", "Breaks the base64 of SAMLRequest into lines.", ["AR-03"],
            front => front with { ShapeRequestUrl = BreakLines }),
        Front("drops-query-of-sso-url", "Cuts off what the identity provider's address holds in its query.", ["AR-02"],
            front => front with { ShapeRequestUrl = url => url[..url.IndexOf('?', StringComparison.Ordinal)] + "?" + url[url.IndexOf("SAMLRequest=", StringComparison.Ordinal)..] }),
        Front("signs-before-encoding", "Signs the query and then writes the escapes in lower case, so that the octets differ.", ["AR-14"],
            front => front with { ShapeRequestUrl = LowerEscapes }),
        Front("signs-unknown-key", "Signs its requests with a key that its metadata does not have.", ["AR-14", "AR-15"],
            front => front with { SignsWithPublishedKey = false }),
        Front("signs-with-sha1", "Signs its requests with SHA-1.", ["AR-14", "AR-15"], front => front with { SignsWithSha256 = false }),
        Front("signs-with-inclusive-form", "Signs its requests over the inclusive canonical form, which changes where the message is put.", ["AR-15"],
            front => front with { SignsExclusiveForm = false }),
        Front("adds-query-to-post", "Adds a query of its own to the address that it posts requests to.", ["AR-04"], front => front with { ShapePostUrl = url => url + "?from=sp" }),
        Front("tells-page-in-relay-state", "Sends the page that the person wants in the clear as RelayState.", ["AR-16"],
            front => front with { NewRelayState = (random, page) => $"{page}?{random}" }),
        Front("sends-long-relay-state", "Sends a RelayState of 240 bytes.", ["AR-16"],
            front => front with { NewRelayState = (random, _) => string.Concat(Enumerable.Repeat(random, 8)) }),
        Front("shows-idp-in-frame", "Shows the identity provider in a frame of its own login page.", ["AR-18"], front => front with { ShowsIdpInFrame = true }),
        Front("remembers-one-login", "Keeps what it waits for in one cookie, which the login in another tab overwrites.", ["AR-19"],
            front => front with { PendingCookieName = _ => "state" }),
        Front("returns-anywhere", "Goes after login wherever the login address says.", ["AR-20"],
            front => front with { ReturnTo = wanted => wanted.Length > 0 ? wanted : "/me" }),
        Front("lets-requests-be-kept", "Says nothing of caching with the redirect that carries the request.", ["AR-22"], front => front with { ForbidsKeeping = false }),
        Front("believes-forwarded-host", "Makes its entity ID and ACS from X-Forwarded-Host, whoever sends it.", ["AR-24"],
            front => front with
            {
                AddressesFor = (exchange, addresses) => exchange.Http.Request.Headers["X-Forwarded-Host"].ToString() is { Length: > 0 } host
                    ? addresses with { AssertionConsumerServiceUrl = $"https://{host}{new Uri(addresses.AssertionConsumerServiceUrl).AbsolutePath}" }
                    : addresses,
            }),
        Front("leaves-people-at-the-door", "Shows whoever opens a protected page without a session that nobody is signed in, and leaves them there.", ["AR-01"],
            front => front with { ProtectedPageAsksForLogin = false }),
    ];

    internal static Flaw Front(string name, string story, IReadOnlyList<string> meantFor, Func<FrontBlueprint, FrontBlueprint> change) =>
        new(name, story, meantFor, blueprint => blueprint with { Front = change(blueprint.Front) });

    private static Flaw Shaping(string name, string story, IReadOnlyList<string> meantFor, Action<XElement> shape) =>
        Front(name, story, meantFor, front => front with { ShapeRequest = shape });

    private static XElement Context(string comparison) => new(
        P + "RequestedAuthnContext",
        new XAttribute("Comparison", comparison),
        new XElement(A + "AuthnContextClassRef", "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"));

    private static string BreakLines(string url)
    {
        var end = url.IndexOf("SAMLRequest=", StringComparison.Ordinal) + "SAMLRequest=".Length + 76;

        // Not in the middle of an escape.
        while (url[end - 1] == '%' || url[end - 2] == '%')
        {
            end--;
        }

        return url[..end] + "%0D%0A" + url[end..];
    }

    private static string LowerEscapes(string url) =>
        System.Text.RegularExpressions.Regex.Replace(url, "%[0-9A-F]{2}", match => match.Value.ToLowerInvariant(), System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
