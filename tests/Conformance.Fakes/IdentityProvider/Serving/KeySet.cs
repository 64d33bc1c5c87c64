using Conformance.Saml.Keys;

namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>The keys that are published; the first signs.</summary>
internal sealed class KeySet
{
    private readonly Lock _gate = new();
    private List<SigningKey> _keys;

    public KeySet(IReadOnlyList<SigningKey> keys) => _keys = keys.Count > 0
        ? [.. keys]
        : throw new ArgumentException("An identity provider needs at least one key.", nameof(keys));

    public IReadOnlyList<SigningKey> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _keys];
            }
        }
    }

    public SigningKey Active => All[0];

    public void SignWith(SigningKey key)
    {
        lock (_gate)
        {
            _keys = [key, .. _keys.Where(other => other != key)];
        }
    }

    public void Restore(IReadOnlyList<SigningKey> keys)
    {
        lock (_gate)
        {
            _keys = [.. keys];
        }
    }

    public void Publish(SigningKey key)
    {
        lock (_gate)
        {
            _keys = [.. _keys.Where(other => other != key), key];
        }
    }

    public void Withdraw(SigningKey key)
    {
        lock (_gate)
        {
            var rest = _keys.Where(other => other != key).ToList();
            _keys = rest.Count > 0 ? rest : throw new InvalidOperationException("The last key cannot be withdrawn.");
        }
    }
}
