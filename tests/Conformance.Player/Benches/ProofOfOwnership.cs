using System.Security.Cryptography;
using Conformance.Player.Drivers;
using Conformance.Saml.Keys;

namespace Conformance.Player.Benches;

/// <summary>
/// A line that only whoever runs a service can serve there. Without it, nothing is tried on a service outside of this machine: forged
/// logins are an attack on everybody who has not asked for them.
/// </summary>
public static class ProofOfOwnership
{
    private const string Path = "/.well-known/conformance-suite.txt";

    /// <summary>Where the line has to be served.</summary>
    /// <param name="url">The service provider's own address.</param>
    /// <returns><c>null</c> for services on this machine, which need no proof.</returns>
    public static string? UrlFor(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && !Site.IsLoopback(parsed.Host) ? new Uri(parsed, Path).AbsoluteUri : null;

    /// <summary>The line: the same as long as the identity provider keeps its key, so that it can be served before a run.</summary>
    /// <param name="idpKey">The key that the identity provider signs with.</param>
    public static string LineFor(SigningKey idpKey)
    {
        ArgumentNullException.ThrowIfNull(idpKey);
        return $"conformance-suite={Convert.ToHexStringLower(SHA256.HashData(idpKey.Certificate.PublicKey.ExportSubjectPublicKeyInfo()))[..32]}";
    }

    /// <summary>Whether what was served holds the line.</summary>
    internal static bool Holds(string body, string line) => body.Split('\n').Any(served => string.Equals(served.Trim(), line, StringComparison.Ordinal));
}
