using System.Xml.Linq;
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
    ];

    private static Flaw Logout(string name, string story, IReadOnlyList<string> meantFor, Func<LogoutBlueprint, LogoutBlueprint> change) =>
        RequestFlaws.Front(name, story, meantFor, front => front with { Logout = change(front.Logout) });
}
