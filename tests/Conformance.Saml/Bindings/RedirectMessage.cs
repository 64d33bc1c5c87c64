using System.Security.Cryptography.X509Certificates;

namespace Conformance.Saml.Bindings;

/// <summary>A message as it came in a query, SAML bindings 3.4.</summary>
public sealed record RedirectMessage
{
    /// <summary>SAMLRequest or SAMLResponse; null when the query has neither.</summary>
    public string? ParameterName { get; init; }

    /// <summary>The inflated message; null when it could not be read, which <see cref="Problems"/> explains.</summary>
    public string? Xml { get; init; }

    /// <summary>RelayState, percent-decoded.</summary>
    public string? RelayState { get; init; }

    /// <summary>SigAlg, percent-decoded; null when unsigned.</summary>
    public string? SignatureAlgorithm { get; init; }

    /// <summary>The signature's bytes; null when unsigned or no base64.</summary>
    public IReadOnlyList<byte>? Signature { get; init; }

    /// <summary>The octets that the signature covers, exactly as they stood in the query.</summary>
    public string SignedOctets { get; init; } = "";

    /// <summary>What is wrong with the query.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether the message says that it is signed.</summary>
    public bool IsSigned => SignatureAlgorithm is not null || Signature is not null;

    /// <summary>Checks the signature with any of the certificates.</summary>
    public SignatureCheck Check(IEnumerable<X509Certificate2> certificates) =>
        RedirectSignature.Check(this, certificates);
}
