using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>What goes wrong around the response: cookies, redirects, pages.</summary>
internal static class SessionFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        new("redirects-anywhere", "Follows RelayState to wherever it leads after login.", ["ATK-36"],
            blueprint => blueprint with
            {
                LandingPage = (pending, relayState) => string.IsNullOrEmpty(relayState) || relayState == pending?.RelayState
                    ? Blueprint.Sound.LandingPage(pending, null)
                    : relayState,
            }),
        new("redirects-to-double-slash", "Takes every RelayState that begins with a slash for a path of its own, also //evil.example.", ["ATK-36"],
            blueprint => blueprint with
            {
                LandingPage = (pending, relayState) => relayState?.StartsWith('/') == true ? relayState : Blueprint.Sound.LandingPage(pending, relayState),
            }),
        new("reflects-error-text", "Puts values of the message into the error page as they are.", ["ATK-37"],
            blueprint => blueprint with { Encode = text => text, SendsContentSecurityPolicy = false }),
        new("shows-stack-trace", "Shows the stack trace of a message that could not be read.", ["ATK-42"],
            blueprint => blueprint with { Describe = exception => exception.ToString() }),
        new("keeps-session-id", "Goes on with the session id that the browser had before the login, though somebody may have planted it.", ["ATK-39", "SES-03"],
            blueprint => blueprint with
            {
                NewSessionId = former => string.IsNullOrEmpty(former) ? RandomNumberGenerator.GetHexString(64, lowercase: true) : former,

                // Where browsers keep the cookie back from the identity provider's POST, there is none to go on with.
                Front = blueprint.Front with { SessionCookieSameSite = SameSiteMode.None },
            }),
        new("signs-out-in-browser-only", "Sign-out deletes the cookie and leaves the session alive at the server.", ["SLO-11"],
            blueprint => blueprint with { EndsSessionAtServer = false }),
        new("lax-cookie", "Keeps the waiting request in a SameSite=Lax cookie, which the identity provider's cross-site POST does not bring back.", ["SES-02", "POS-41"],
            blueprint => blueprint with { PendingCookieSameSite = SameSiteMode.Lax }) { IsFalselyStrict = true },
        new("digit-leading-id", "Makes the AuthnRequest's ID a bare hexadecimal number that can begin with a digit, which is no XML id.", ["AR-06"],
            blueprint => blueprint with { NewRequestId = () => "7" + RandomNumberGenerator.GetHexString(31, lowercase: true) }) { IsFalselyStrict = true },
        new("counted-request-id", "Counts its AuthnRequest IDs up, so anybody can tell the next one.", ["AR-06"],
            blueprint =>
            {
                var count = 0;
                return blueprint with { NewRequestId = () => $"_request-{Interlocked.Increment(ref count):d8}" };
            }),
    ];
}
