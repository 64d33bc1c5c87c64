using System.Security.Cryptography;
using Conformance.Fakes.Network;
using Conformance.Saml.Keys;

namespace Conformance.Player.Benches;

/// <summary>
/// The keys of a run, shared by its benches: made when first asked for, or kept in a directory for a service provider that is
/// configured once by hand.
/// </summary>
public sealed class RunKeys(TimeProvider clock, string? directory = null) : IDisposable
{
    private const int Bits = 2048;
    private readonly Dictionary<string, SigningKey> _keys = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private CertificateAuthority? _authority;

    /// <summary>Whether the keys are kept for another run.</summary>
    public bool AreKept => directory is not null;

    /// <summary>The authority that vouches for the bench's host names.</summary>
    public CertificateAuthority Authority
    {
        get
        {
            lock (_lock)
            {
                return _authority ??= new CertificateAuthority(clock);
            }
        }
    }

    /// <summary>The RSA key of that name.</summary>
    /// <param name="name">Lower-case words with hyphens; also the name of its files.</param>
    public SigningKey Rsa(string name) => Get(name, () => SigningKey.CreateRsa(name, $"CN={name}", Bits, clock));

    /// <summary>An RSA key of another size, or with a certificate that has ended.</summary>
    /// <param name="name">As for <see cref="Rsa(string)"/>.</param>
    /// <param name="bits">The size.</param>
    /// <param name="validity">How long the certificate still holds; negative: since when it does not; <c>null</c>: for years.</param>
    public SigningKey Rsa(string name, int bits, TimeSpan? validity) => Get(name, () => SigningKey.CreateRsa(name, $"CN={name}", bits, clock, validity));

    /// <summary>The P-256 key of that name.</summary>
    public SigningKey Ecdsa(string name) => Get(name, () => SigningKey.CreateEcdsa(name, $"CN={name}", clock, ECCurve.NamedCurves.nistP256));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }

        _authority?.Dispose();
    }

    private SigningKey Get(string name, Func<SigningKey> make)
    {
        lock (_lock)
        {
            if (_keys.TryGetValue(name, out var key))
            {
                return key;
            }

            if (directory is not null && File.Exists(Path.Combine(directory, name + ".key")))
            {
                key = SigningKey.LoadFrom(directory, name);
            }
            else
            {
                key = make();
                if (directory is not null)
                {
                    key.SaveTo(directory);
                }
            }

            return _keys[name] = key;
        }
    }
}
