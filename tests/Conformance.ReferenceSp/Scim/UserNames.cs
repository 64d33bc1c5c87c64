using System.Text;

namespace Conformance.ReferenceSp.Scim;

/// <summary>User names as they are compared: without regard to case, and to whether an accent is part of its letter or follows it (RFC 7644 5).</summary>
internal static class UserNames
{
    // The letters of western European names, each with the accents that can follow it. The whole of Unicode's tables needs ICU, which
    // is not on every machine.
    private const string Composed = "àáâãäåèéêëìíîïòóôõöùúûüýÿñç";
    private const string Letters = "aaaaaaeeeeiiiiooooouuuuyync";
    private const string Accents =
        "\u0300\u0301\u0302\u0303\u0308\u030a\u0300\u0301\u0302\u0308\u0300\u0301\u0302\u0308\u0300\u0301\u0302\u0303\u0308\u0300\u0301\u0302\u0308\u0301\u0308\u0303\u0327";

    public static string Prepared(string userName)
    {
        var prepared = new StringBuilder();
        foreach (var letter in userName.ToLowerInvariant())
        {
            var composed = prepared.Length > 0 ? Composition(prepared[^1], letter) : null;
            if (composed is { } one)
            {
                prepared[^1] = one;
            }
            else
            {
                prepared.Append(letter);
            }
        }

        return prepared.ToString();
    }

    private static char? Composition(char letter, char accent)
    {
        for (var index = 0; index < Composed.Length; index++)
        {
            if (Letters[index] == letter && Accents[index] == accent)
            {
                return Composed[index];
            }
        }

        return null;
    }
}
