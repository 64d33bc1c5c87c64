using System.Xml;
using System.Xml.Linq;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Logout;
using Conformance.ReferenceSp.Signatures;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>What goes wrong when a session ends together with the identity provider's.</summary>
internal static class LogoutFlaws
{
    private static readonly XNamespace P = XmlNames.Protocol;
    private static readonly XNamespace A = XmlNames.Assertion;

    public static IReadOnlyList<Flaw> All { get; } =
    [
        Logout("names-somebody-else", "Names the person in its LogoutRequest by the address in the profile instead of the NameID.", ["SLO-01"],
            logout => logout with { ShapeRequest = request => request.Element(A + "NameID")!.Value = "somebody@sp.example" }),
        Logout("forgets-name-format", "Leaves the Format of the NameID out of its LogoutRequest.", ["SLO-01"],
            logout => logout with { ShapeRequest = request => request.Element(A + "NameID")!.SetAttributeValue("Format", null) }),
        Logout("forgets-session-index", "Leaves SessionIndex out of its LogoutRequest.", ["SLO-01"],
            logout => logout with { ShapeRequest = request => request.Element(P + "SessionIndex")?.Remove() }),
        Logout("does-not-sign-logout", "Does not sign its logout messages.", ["SLO-01", "SLO-04"], logout => logout with { Signs = false }),
        Logout("waits-for-answer", "Ends the session only when the identity provider has answered.", ["SLO-02", "SLO-07"], logout => logout with { EndsLocallyFirst = false }),
        Logout("wants-success", "Keeps the session when the identity provider could not end everything.", ["SLO-07"],
            logout => logout with { EndsLocallyFirst = false, EndsWhateverIsAnswered = false }),
        Logout("signs-out-of-idleness", "Begins single logout when it finds that a session has expired.", ["SLO-03"], logout => logout with { IsSilentOnExpiry = false }),
        Logout("ignores-logout-requests", "Answers every LogoutRequest with Success and ends nothing.", ["SLO-04", "SLO-12", "MD-10"], logout => logout with { EndsSessions = false }),
        Logout("ends-everybodys-session", "Ends all sessions of the company when one is to end.", ["SLO-04", "SLO-12"], logout => logout with { EndsOnlyWhatIsMeant = false }),
        Logout("ends-one-session-of-all", "Ends nothing when no SessionIndex says which session is meant.", ["SLO-12"], logout => logout with { EndsAllWithoutIndex = false }),
        Logout("answers-another-request", "Answers with an InResponseTo of its own making.", ["SLO-04"],
            logout => logout with { ShapeResponse = response => response.SetAttributeValue("InResponseTo", "_0123456789abcdef") }),
        Logout("refuses-unknown-session", "Answers a LogoutRequest for a session that it does not have with an error page.", ["SLO-06"],
            logout => logout with { AnswersForUnknownSession = false }),
        Logout("drops-relay-state-of-logout", "Answers a LogoutRequest without its RelayState.", ["SLO-10"], logout => logout with { ReturnsRelayState = false }),
        Logout("cannot-open-encrypted-name", "Does not read an EncryptedID in a LogoutRequest.", ["SLO-09"], logout => logout with { OpensEncryptedId = false }),
        Logout("ends-on-unsigned-request", "Verifies the signature of a LogoutRequest that has one, and asks for none.", ["SLO-05", "ATK-40"], logout => logout with { RequiresSignature = false }),
        Logout("ends-on-any-signature", "Asks that a LogoutRequest is signed, and not by whom.", ["SLO-05", "ATK-40"], logout => logout with { VerifiesSignature = false }),
        Logout("ignores-issuer-of-logout", "Never compares the Issuer of a logout message.", ["SLO-05", "ATK-40"], logout => logout with { ChecksIssuer = false }),
        Logout("ignores-destination-of-logout", "Never compares the Destination of a logout message.", ["SLO-05", "ATK-40"], logout => logout with { ChecksDestination = false }),
        Logout("ignores-time-of-logout", "Carries out a LogoutRequest whenever it comes, and as often.", ["SLO-05"], logout => logout with { ChecksTime = false }),
        Logout("any-signature-in-logout", "Takes a LogoutRequest in a form for signed when some element in it is, and reads its root (samlify).", ["SLO-05", "ATK-40"],
            logout => logout with { PostedIsSigned = (root, company) => Signatures(root).Any(signature => Stands(signature, root, company)) }),
        Logout("signature-of-logout-covers-another", "Verifies the Signature of a LogoutRequest in a form over whatever element its Reference names.", ["SLO-05", "ATK-40"],
            logout => logout with { PostedIsSigned = (root, company) => Signatures(root).FirstOrDefault(signature => signature.Parent == root) is { } own && Stands(own, root, company) }),
        Logout("verifies-last-message-of-logout", "Reads the first logout message of a query and verifies the last.", ["SLO-05", "ATK-40", "ATK-43"],
            logout => logout with { QueryMessages = fields => Two(RedirectMessage.Messages(fields), messages => (messages[0], messages[^1])) }),
        Logout("reads-last-message-of-logout", "Reads the last logout message of a query and verifies the first.", ["SLO-05", "ATK-40", "ATK-43"],
            logout => logout with { QueryMessages = fields => Two(RedirectMessage.Messages(fields), messages => (messages[^1], messages[0])) }),
        Logout("reads-logout-request-first", "Reads the SAMLRequest of a query and verifies the SAMLResponse, where it has both (SimpleSAMLphp).", ["SLO-05", "ATK-40", "ATK-43"],
            logout => logout with
            {
                QueryMessages = fields => Two(RedirectMessage.Messages(fields), messages =>
                    (messages.FirstOrDefault(IsRequest, messages[0]), messages.FirstOrDefault(message => !IsRequest(message), messages[0]))),
            }),
        Logout("finds-logout-by-pattern", "Finds what is signed by a pattern that also fits the end of a longer name.", ["SLO-05", "ATK-40", "ATK-43"],
            logout => logout with
            {
                QueryMessages = fields => (RedirectMessage.OnlyMessage(fields).Read, Fitting(fields.First(field => Fitting(field).Length > 0))),
            }),
        Logout("takes-query-for-form", "Verifies the Signature of the address where a LogoutRequest in a form has one beside it.", ["SLO-05", "ATK-40", "ATK-43"],
            logout => logout with { TakesQueryForForm = true }),
        Logout("ends-on-any-answer", "Ends the session of a browser that brings a LogoutResponse, whether or not it asked for one and whoever signed it.", ["SLO-05", "ATK-40"],
            logout => logout with { EndsOnAnyAnswer = true }),
    ];

    private static IEnumerable<XmlSignature> Signatures(XmlElement root) =>
        root.Descendants().Where(element => element.Is("Signature", XmlNames.Signature)).Select(element => new XmlSignature(element));

    private static bool Stands(XmlSignature signature, XmlElement root, Company company) =>
        root.SelfAndDescendants().Any(element => "#" + element.Value("ID") == signature.Reference.Value("URI") && PostedMessage.Verifies(signature, element, company));

    private static (string Read, string Signed) Two(IReadOnlyList<string> messages, Func<IReadOnlyList<string>, (string Read, string Signed)> choose) =>
        messages.Count > 0 ? choose(messages) : throw new FormatException("There is no logout message in the address.");

    private static bool IsRequest(string message) => message.StartsWith("SAMLRequest=", StringComparison.Ordinal);

    private static string Fitting(string field) => field.IndexOf("SAMLRequest=", StringComparison.Ordinal) is >= 0 and var at ? field[at..]
        : field.IndexOf("SAMLResponse=", StringComparison.Ordinal) is >= 0 and var other ? field[other..]
        : string.Empty;

    private static Flaw Logout(string name, string story, IReadOnlyList<string> meantFor, Func<LogoutBlueprint, LogoutBlueprint> change) =>
        RequestFlaws.Front(name, story, meantFor, front => front with { Logout = change(front.Logout) });
}
