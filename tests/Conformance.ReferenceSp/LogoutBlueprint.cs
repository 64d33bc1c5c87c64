using System.Xml;
using System.Xml.Linq;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Logout;

namespace Conformance.ReferenceSp;

/// <summary>How a service provider ends sessions together with the identity provider. As it stands it is sound.</summary>
internal sealed record LogoutBlueprint
{
    /// <summary>Changes a LogoutRequest before it is signed and sent.</summary>
    public Action<XElement> ShapeRequest { get; init; } = _ => { };

    /// <summary>Changes a LogoutResponse before it is signed and sent.</summary>
    public Action<XElement> ShapeResponse { get; init; } = _ => { };

    /// <summary>Whether our logout messages are signed.</summary>
    public bool Signs { get; init; } = true;

    /// <summary>Whether a message has to be signed by the identity provider.</summary>
    public bool VerifiesSignature { get; init; } = true;

    /// <summary>Whether a message that carries no signature at all is refused.</summary>
    public bool RequiresSignature { get; init; } = true;

    /// <summary>The message of a query that is read and the one whose signature is verified.</summary>
    public Func<IReadOnlyList<string>, (string Read, string Signed)> QueryMessages { get; init; } = RedirectMessage.OnlyMessage;

    /// <summary>Whether a message that came in a form is signed, given its root.</summary>
    public Func<XmlElement, Company, bool> PostedIsSigned { get; init; } = PostedMessage.RootIsSigned;

    /// <summary>Whether the signature of a form's address goes for the form.</summary>
    public bool TakesQueryForForm { get; init; }

    /// <summary>Whether any LogoutResponse ends the session of the browser that brings it.</summary>
    public bool EndsOnAnyAnswer { get; init; }

    /// <summary>Whether Issuer and Destination have to be right.</summary>
    public bool ChecksIssuer { get; init; } = true;

    /// <summary>Whether Destination has to be here.</summary>
    public bool ChecksDestination { get; init; } = true;

    /// <summary>Whether a request that is over, or was used before, is refused.</summary>
    public bool ChecksTime { get; init; } = true;

    /// <summary>Whether our own session ends before the identity provider is asked.</summary>
    public bool EndsLocallyFirst { get; init; } = true;

    /// <summary>Whether the session also ends where the identity provider's answer is no success, or none.</summary>
    public bool EndsWhateverIsAnswered { get; init; } = true;

    /// <summary>Whether only the sessions meant end.</summary>
    public bool EndsOnlyWhatIsMeant { get; init; } = true;

    /// <summary>Whether a request without SessionIndex ends all sessions of the person.</summary>
    public bool EndsAllWithoutIndex { get; init; } = true;

    /// <summary>Whether a LogoutRequest ends anything at all.</summary>
    public bool EndsSessions { get; init; } = true;

    /// <summary>Whether a request for a session that there is not is answered like any other.</summary>
    public bool AnswersForUnknownSession { get; init; } = true;

    /// <summary>Whether RelayState is returned.</summary>
    public bool ReturnsRelayState { get; init; } = true;

    /// <summary>Whether a session that has expired is left to itself instead of beginning a logout.</summary>
    public bool IsSilentOnExpiry { get; init; } = true;

    /// <summary>Whether an EncryptedID is opened.</summary>
    public bool OpensEncryptedId { get; init; } = true;
}
