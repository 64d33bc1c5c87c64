namespace Conformance.Saml.Forging;

/// <summary>Identifiers that look random and repeat with the seed.</summary>
/// <param name="seed">The same seed gives the same identifiers in the same order.</param>
public sealed class IdSource(int seed)
{
    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();

    /// <summary>A fresh xs:ID: an underscore and 32 hexadecimal digits.</summary>
    public string Next() => "_" + Convert.ToHexStringLower(NextBytes(16));

    /// <summary>Fresh bytes, for keys and vectors of content that is no secret.</summary>
    public byte[] NextBytes(int count)
    {
        var bytes = new byte[count];
        lock (_lock)
        {
            _random.NextBytes(bytes);
        }

        return bytes;
    }
}
