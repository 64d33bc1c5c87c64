using Microsoft.AspNetCore.Http;
using static Conformance.ReferenceSp.Flawed.RequestFlaws;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>What goes wrong with sessions, cookies and redirects around a login.</summary>
internal static class FrontFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        Front("shows-cookie-to-scripts", "Sets the session cookie without HttpOnly.", ["SES-01"],
            front => front with { ShapeSessionCookie = options => options.HttpOnly = false }),
        Front("says-nothing-of-same-site", "Sets the session cookie without SameSite.", ["SES-01"],
            front => front with { ShapeSessionCookie = options => options.SameSite = SameSiteMode.Unspecified }),
        Front("sends-cookie-in-the-clear", "Sets the session cookie without Secure, under a name without prefix.", ["SES-01"],
            front => front with { SessionCookieIsSecure = false }),
        new("unmarked-login-cookie", "Sets the cookie that waits for the answer without SameSite: browsers send it along a cross-site POST for two minutes, and then no longer.",
            ["SES-02"], blueprint => blueprint with { PendingCookieSameSite = SameSiteMode.Unspecified }) { IsFalselyStrict = true },
        new("keeps-session-id-of-login", "Hands out a session identifier when a login begins, and goes on with it when somebody has signed in.", ["ATK-39", "SES-03"],
            blueprint => blueprint with
            {
                NewSessionId = former => string.IsNullOrEmpty(former) ? Blueprint.Sound.NewSessionId(null) : former,
                Front = blueprint.Front with { GivesSessionIdBeforeLogin = true, SessionCookieSameSite = SameSiteMode.None },
            }),
        Front("keeps-requests-in-one-process", "Knows what it asked for only in the process that asked, so that after a restart, or at another node, InResponseTo matches nothing.",
            ["POS-36"], front => front with { KeepsRequestsInStorage = false }),
        Front("stays-past-session-end", "Never looks at SessionNotOnOrAfter once somebody is signed in.", ["SES-04"], front => front with { HonoursSessionEnd = false }),
        new("forgets-page-asked-for", "Shows the profile after login, whatever page was asked for before.", ["SES-05"], blueprint => blueprint with { LandingPage = (_, _) => "/me" }),
        Front("begins-anew-after-refusal", "Begins the next login when one was refused, for ever.", ["SES-07"], front => front with { AfterRefusal = _ => "/login" }),
        Front("follows-relay-state-of-refusal", "Goes where RelayState says when a login was refused.", ["ATK-36"],
            front => front with { AfterRefusal = relayState => string.IsNullOrEmpty(relayState) || !relayState.Contains('/', StringComparison.Ordinal) ? null : relayState }),
        Front("leads-anywhere-after-sign-out", "Goes from sign-out to wherever the address says.", ["ATK-36"],
            front => front with { AfterSignOutTo = to => to.Length > 0 ? to : null }),
        Front("leads-to-nameless-hosts-after-sign-out", "Goes from sign-out to any address without a scheme, and takes each for one of its own (mod_auth_mellon).", ["ATK-36"],
            front => front with { AfterSignOutTo = to => to.Length > 0 && !to.Contains(':', StringComparison.Ordinal) && (to.StartsWith("///", StringComparison.Ordinal) || !to.StartsWith("//", StringComparison.Ordinal)) ? to : null }),
        Front("begins-anew-after-sign-out", "Leads from sign-out to a page that begins the next login.", ["SES-07"], front => front with { AfterSignOut = "/app/home" }),
        Front("signs-out-on-refusal", "Ends the session of whoever posts a Response again.", ["SES-08"],
            front => front with { KeepsSessionOnRefusal = false, SessionCookieSameSite = SameSiteMode.None }),
        Front("mixes-sessions", "Adds what a login says to the session that is there instead of beginning a new one.", ["SES-09"],
            front => front with { BeginsSessionsEmpty = false, SessionCookieSameSite = SameSiteMode.None }),
        Front("says-nothing-of-refusals", "Answers a refused login with an empty page.", ["SES-11"], front => front with { ExplainsRefusals = false }),
        new("lets-itself-be-framed", "Lets any site show its pages in a frame.", ["SES-12"], blueprint => blueprint with { SendsContentSecurityPolicy = false }),
        new("puts-answer-into-address", "Goes on after login to an address that holds the SAMLResponse.", ["SES-12"],
            blueprint => blueprint with { Front = blueprint.Front with { KeepsAnswerOutOfAddress = false } }),
        Front("shows-relay-state", "Goes on after login by a page of its own that shows RelayState as it is.", ["ATK-36", "ATK-37"], front => front with { ShowsRelayState = true }),
        Front("splits-headers", "Writes RelayState into a header as it is, line breaks and all.", ["ATK-36"], front => front with { KeepsLineBreaksOutOfHeaders = false }),
        Front("shows-names-as-they-are", "Puts names into the profile page as markup.", ["ATK-37"], front => front with { EncodeProfile = text => text }),
    ];
}
