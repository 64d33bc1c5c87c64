using System.Xml.Linq;
using Conformance.ReferenceSp.Web;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp;

/// <summary>How a service provider asks, redirects and keeps sessions. As it stands it is sound; a flaw is another value of one of these.</summary>
internal sealed record FrontBlueprint
{
    /// <summary>Changes an AuthnRequest before it is signed and sent.</summary>
    public Action<XElement> ShapeRequest { get; init; } = _ => { };

    /// <summary>Changes the address that carries an AuthnRequest.</summary>
    public Func<string, string> ShapeRequestUrl { get; init; } = url => url;

    /// <summary>Whether requests are signed with the key that the metadata shows.</summary>
    public bool SignsWithPublishedKey { get; init; } = true;

    /// <summary>Whether requests are signed with SHA-256.</summary>
    public bool SignsWithSha256 { get; init; } = true;

    /// <summary>Whether posted requests are signed over their exclusive canonical form.</summary>
    public bool SignsExclusiveForm { get; init; } = true;

    /// <summary>The address that a request is posted to.</summary>
    public Func<string, string> ShapePostUrl { get; init; } = url => url;

    /// <summary>The RelayState of a request, given a random one and the page that the person wanted.</summary>
    public Func<string, string, string> NewRelayState { get; init; } = (random, _) => random;

    /// <summary>The name of the cookie that waits for an answer: one for each login, so that two tabs do not overwrite each other's.</summary>
    public Func<string, string> PendingCookieName { get; init; } = random => random[..12];

    /// <summary>The page to show after login, given what the address asks for: a path of ours, or none.</summary>
    public Func<string, string> ReturnTo { get; init; } = wanted => LocalPath.IsLocal(wanted) ? wanted : "/me";

    /// <summary>Entity ID and ACS of a request come from the settings, whatever its headers say.</summary>
    public Func<Exchange, CompanyAddresses, CompanyAddresses> AddressesFor { get; init; } = (_, addresses) => addresses;

    /// <summary>Whether a protected page leads an anonymous person to the login.</summary>
    public bool ProtectedPageAsksForLogin { get; init; } = true;

    /// <summary>Whether the identity provider is shown in a frame of our own page.</summary>
    public bool ShowsIdpInFrame { get; init; }

    /// <summary>Whether redirects that carry messages forbid to keep them.</summary>
    public bool ForbidsKeeping { get; init; } = true;

    /// <summary>Changes the options of the session cookie.</summary>
    public Action<CookieOptions> ShapeSessionCookie { get; init; } = _ => { };

    /// <summary>Whether a cross-site POST, as the identity provider's answer is one, brings the session cookie along.</summary>
    public SameSiteMode SessionCookieSameSite { get; init; } = SameSiteMode.Lax;

    /// <summary>Whether a session identifier is handed out when a login begins.</summary>
    public bool GivesSessionIdBeforeLogin { get; init; }

    /// <summary>Whether requests that wait for an answer outlive the process, and are known to every node behind a load balancer.</summary>
    public bool KeepsRequestsInStorage { get; init; } = true;

    /// <summary>Whether SessionNotOnOrAfter ends the session here.</summary>
    public bool HonoursSessionEnd { get; init; } = true;

    /// <summary>Whether a new session begins with nothing of the one before.</summary>
    public bool BeginsSessionsEmpty { get; init; } = true;

    /// <summary>What a refused Response leads to instead of a page that says why, given its RelayState; null: that page.</summary>
    public Func<string?, string?> AfterRefusal { get; init; } = _ => null;

    /// <summary>Whether a refused Response leaves a session alone that is there already.</summary>
    public bool KeepsSessionOnRefusal { get; init; } = true;

    /// <summary>Whether the page of a refusal says anything.</summary>
    public bool ExplainsRefusals { get; init; } = true;

    /// <summary>Where signing out leads; null: to a page that says so.</summary>
    public string? AfterSignOut { get; init; }

    /// <summary>Where sign-out leads that was given an address to go to; <c>null</c>: where it leads anyway.</summary>
    public Func<string, string?> AfterSignOutTo { get; init; } = _ => null;

    /// <summary>Whether the session cookie is for TLS alone, and named so.</summary>
    public bool SessionCookieIsSecure { get; init; } = true;

    /// <summary>Whether the page after login has an address without the message.</summary>
    public bool KeepsAnswerOutOfAddress { get; init; } = true;

    /// <summary>Whether a page in between shows RelayState.</summary>
    public bool ShowsRelayState { get; init; }

    /// <summary>Whether line breaks in RelayState stay out of the headers.</summary>
    public bool KeepsLineBreaksOutOfHeaders { get; init; } = true;

    /// <summary>Text put into the page of a person's profile.</summary>
    public Func<string, string> EncodeProfile { get; init; } = Pages.Encode;

    /// <summary>Single logout.</summary>
    public LogoutBlueprint Logout { get; init; } = new();

    /// <summary>Changes the metadata before it is sent.</summary>
    public Action<XElement> ShapeMetadata { get; init; } = _ => { };

    /// <summary>The media type of metadata.</summary>
    public string MetadataType { get; init; } = "application/samlmetadata+xml";
}
