namespace Conformance.Fakes.ScimServer;

/// <summary>How the fake SCIM server misbehaves.</summary>
public enum ScimFaultKind
{
    /// <summary>401: the token is not taken.</summary>
    Unauthorized,

    /// <summary>409 without having created anything; somebody else was faster.</summary>
    Conflict,

    /// <summary>429 with Retry-After in seconds.</summary>
    Throttled,

    /// <summary>429 with Retry-After as a date.</summary>
    ThrottledUntil,

    /// <summary>503 with Retry-After.</summary>
    Unavailable,

    /// <summary>500.</summary>
    Error,

    /// <summary>502 with a page instead of JSON.</summary>
    BadGateway,

    /// <summary>What was asked for is done, and the connection is reset instead of an answer.</summary>
    LostAnswer,

    /// <summary>The connection is reset before anything is done.</summary>
    Reset,

    /// <summary>What was asked for is done, and the answer ends in its middle.</summary>
    CutAnswer,

    /// <summary>What was asked for is done, and no answer ever comes.</summary>
    Silence,

    /// <summary>The answer comes late.</summary>
    Slow,

    /// <summary>400 with a <c>detail</c> that names an attribute.</summary>
    Invalid,

    /// <summary>307 to another host.</summary>
    Redirect,
}
