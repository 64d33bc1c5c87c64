namespace Conformance.Player.Playing;

/// <summary>Estimates from a few identifiers how many random bits each of them holds.</summary>
internal static class IdentifierStrength
{
    /// <summary>Places that vary between the identifiers, times the bits that a letter of their alphabet holds; 0 for fewer than two.</summary>
    /// <remarks>With four identifiers a random hexadecimal digit looks constant once in 4096 times; a counter varies in its last places alone.</remarks>
    public static int Bits(IReadOnlyList<string> identifiers)
    {
        if (identifiers.Count < 2)
        {
            return 0;
        }

        var length = identifiers.Min(identifier => identifier.Length);
        var varying = Enumerable.Range(0, length).Where(place => identifiers.Any(identifier => identifier[place] != identifiers[0][place])).ToList();
        var letters = varying.SelectMany(place => identifiers.Select(identifier => identifier[place])).Distinct().ToList();
        var bits = letters.TrueForAll(char.IsAsciiDigit) ? Math.Log2(10) : letters.TrueForAll(char.IsAsciiHexDigit) ? 4 : Math.Log2(62);
        return (int)Math.Round(varying.Count * bits);
    }
}
