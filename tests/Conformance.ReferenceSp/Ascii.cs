namespace Conformance.ReferenceSp;

/// <summary>Case without surprises: only A to Z fold, so no other letter becomes one of them.</summary>
internal static class Ascii
{
    public static bool EqualsIgnoreCase(string left, string right) =>
        left.Length == right.Length && left.Zip(right).All(pair => Lower(pair.First) == Lower(pair.Second));

    private static char Lower(char character) => char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character;
}
