using System.Collections.Concurrent;

namespace Conformance.Saml.Keys;

/// <summary>Keys by name, made at first use; kept in a directory when there is one, else in memory.</summary>
/// <param name="clock">Decides the validity of certificates.</param>
/// <param name="directory">Where keys are kept from run to run, readable only by their owner.</param>
public sealed class KeyRing(TimeProvider clock, string? directory = null) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<SigningKey>> _keys = new(StringComparer.Ordinal);

    /// <summary>The RSA key of that name; made if there is none.</summary>
    public SigningKey Rsa(string name, string subject, int bits = 2048) =>
        Key(name, () => SigningKey.CreateRsa(name, subject, bits, clock));

    /// <summary>The P-256 key of that name; made if there is none.</summary>
    public SigningKey Ecdsa(string name, string subject) =>
        Key(name, () => SigningKey.CreateEcdsa(name, subject, clock));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in _keys.Values.Where(key => key.IsValueCreated))
        {
            key.Value.Dispose();
        }
    }

    private SigningKey Key(string name, Func<SigningKey> create) =>
        _keys.GetOrAdd(name, _ => new Lazy<SigningKey>(() => LoadOrCreate(name, create))).Value;

    private SigningKey LoadOrCreate(string name, Func<SigningKey> create)
    {
        if (directory is null)
        {
            return create();
        }

        if (File.Exists(Path.Combine(directory, name + ".key")))
        {
            return SigningKey.LoadFrom(directory, name);
        }

        var key = create();
        key.SaveTo(directory);
        return key;
    }
}
