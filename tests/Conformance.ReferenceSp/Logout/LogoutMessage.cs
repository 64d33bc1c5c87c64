using System.Xml;
using Conformance.ReferenceSp.Companies;

namespace Conformance.ReferenceSp.Logout;

/// <summary>A logout message as it came, with what its signature was made over.</summary>
internal abstract class LogoutMessage
{
    /// <summary>The message. Before <see cref="IsSignedBy"/> has said yes: as anybody may have written it.</summary>
    public abstract XmlElement Root { get; }

    public abstract string? RelayState { get; }

    /// <summary>Whether it carries a signature at all.</summary>
    public abstract bool IsSigned { get; }

    /// <summary>Whether a key of the company's identity provider signed this very message.</summary>
    public abstract bool IsSignedBy(Company company);
}
