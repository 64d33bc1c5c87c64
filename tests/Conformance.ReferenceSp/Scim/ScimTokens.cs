using System.Security.Cryptography;
using System.Text;

namespace Conformance.ReferenceSp.Scim;

/// <summary>The API keys of all companies. What is kept is their hash: a key is shown once, when it is made.</summary>
internal sealed class ScimTokens
{
    private readonly Lock _lock = new();
    private readonly List<ScimToken> _tokens = [];

    // Kept for a server that is flawed enough to go on taking them.
    private readonly List<ScimToken> _revoked = [];

    public IReadOnlyList<ScimToken> Of(string company)
    {
        lock (_lock)
        {
            return [.. _tokens.Where(token => token.Company == company)];
        }
    }

    /// <summary>Makes a key and gives its text, which nobody will ever see again.</summary>
    public string Make(string company, string name, DateTimeOffset now)
    {
        var text = "key_" + RandomNumberGenerator.GetHexString(40, lowercase: true);
        Add(company, name, text, mayWrite: true, now, wasMadeHere: true);
        return text;
    }

    /// <summary>Takes a key that the operator chose.</summary>
    public void Add(string company, string name, string text, bool mayWrite, DateTimeOffset now, bool wasMadeHere = false)
    {
        lock (_lock)
        {
            _ = _tokens.RemoveAll(token => token.Hash == HashOf(text));
            _tokens.Add(new ScimToken(RandomNumberGenerator.GetHexString(12, lowercase: true), company, name, HashOf(text), mayWrite, now) { WasMadeHere = wasMadeHere });
        }
    }

    /// <summary>Revokes a key of a company, and gives it; <c>null</c>: the company has none of that id.</summary>
    /// <param name="company">The company.</param>
    /// <param name="id">The key's id.</param>
    /// <param name="falls">Whether a key, the second, falls with the one that is revoked.</param>
    public ScimToken? Revoke(string company, string id, Func<ScimToken, ScimToken, bool> falls)
    {
        lock (_lock)
        {
            if (_tokens.Find(token => token.Company == company && token.Id == id) is not { } revoked)
            {
                return null;
            }

            _revoked.AddRange(_tokens.Where(token => falls(revoked, token)));
            _ = _tokens.RemoveAll(token => falls(revoked, token));
            return revoked;
        }
    }

    public ScimToken? Find(string text, bool honoursRevocation = true)
    {
        var hash = HashOf(text);
        lock (_lock)
        {
            return _tokens.Find(token => token.Hash == hash) ?? (honoursRevocation ? null : _revoked.Find(token => token.Hash == hash));
        }
    }

    /// <summary>Forgets the keys that somebody made on the pages.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _ = _tokens.RemoveAll(token => token.WasMadeHere);
            _revoked.Clear();
        }
    }

    private static string HashOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
