using System.Net;
using System.Text.RegularExpressions;

namespace Conformance.Fakes.IdentityProvider;

/// <summary>The kinds of pages of an identity provider; every page names its kind in a meta element.</summary>
public static partial class IdpPages
{
    /// <summary>The name of the meta element.</summary>
    public const string MetaName = "idp-page";

    /// <summary>Asks for user name and password.</summary>
    public const string SignIn = "sign-in";

    /// <summary>The sign-in page after a wrong password.</summary>
    public const string WrongPassword = "wrong-password";

    /// <summary>The sign-in page after a user name that nobody has.</summary>
    public const string UnknownUser = "unknown-user";

    /// <summary>The account is switched off.</summary>
    public const string Disabled = "disabled";

    /// <summary>Signed in, and no answer is sent by itself.</summary>
    public const string Waiting = "waiting";

    /// <summary>The applications of a person.</summary>
    public const string Portal = "portal";

    /// <summary>A form that brings the answer to the service provider.</summary>
    public const string Deliver = "deliver";

    /// <summary>A one-time address that has been used.</summary>
    public const string Gone = "gone";

    /// <summary>The session has ended.</summary>
    public const string SignedOut = "signed-out";

    /// <summary>The person may not use the application.</summary>
    public const string Unassigned = "unassigned";

    /// <summary>The application is not switched on.</summary>
    public const string InactiveApplication = "inactive-application";

    /// <summary>No application has that identifier or address.</summary>
    public const string UnknownApplication = "unknown-application";

    /// <summary>The request wants its answer at an address that is not registered.</summary>
    public const string AcsMismatch = "acs-mismatch";

    /// <summary>There is no SAMLRequest.</summary>
    public const string MissingRequest = "missing-request";

    /// <summary>The request cannot be read.</summary>
    public const string BadRequest = "bad-request";

    /// <summary>The request's ID is no xs:ID.</summary>
    public const string BadId = "bad-id";

    /// <summary>The request's IssueInstant is too long ago.</summary>
    public const string RequestExpired = "request-expired";

    /// <summary>The request should be signed and is not.</summary>
    public const string RequestNotSigned = "request-not-signed";

    /// <summary>The request's signature does not verify.</summary>
    public const string BadSignature = "bad-signature";

    /// <summary>Nobody is signed in and the request forbids to ask.</summary>
    public const string NoSession = "no-session";

    /// <summary>The NameIDPolicy cannot be met.</summary>
    public const string NameIdPolicy = "name-id-policy";

    /// <summary>The RequestedAuthnContext cannot be met.</summary>
    public const string AuthnContext = "authn-context";

    /// <summary>The request has a property that is not supported.</summary>
    public const string UnsupportedProperty = "unsupported-property";

    /// <summary>A property that is answered with an error Response instead of a page.</summary>
    public const string UnsupportedRequest = "unsupported-request";

    /// <summary>The address does not take this HTTP method.</summary>
    public const string BadMethod = "bad-method";

    /// <summary>The kinds that refuse something: their words are in <see cref="IdentityProviderSettings.Errors"/>.</summary>
    public static IReadOnlyList<string> Refusals { get; } =
    [
        WrongPassword, UnknownUser, Disabled, Unassigned, InactiveApplication, UnknownApplication, AcsMismatch, MissingRequest,
        BadRequest, BadId, RequestExpired, RequestNotSigned, BadSignature, NoSession, NameIdPolicy, AuthnContext,
        UnsupportedProperty, UnsupportedRequest, BadMethod,
    ];

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<string> All { get; } = [SignIn, Waiting, Portal, Deliver, Gone, SignedOut, .. Refusals];

    /// <summary>Which kind of page an HTML document is; null when it is none of an identity provider.</summary>
    public static string? KindOf(string html) =>
        Kind().Match(html) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("<meta name=\"" + MetaName + "\" content=\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Kind();
}
