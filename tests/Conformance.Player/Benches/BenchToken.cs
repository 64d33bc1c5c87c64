using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Conformance.Player.Benches;

/// <summary>The SCIM tokens that a bench makes for its own service provider and its own server: random, and told by their form wherever they stand.</summary>
internal static partial class BenchToken
{
    private const string Prefix = "conformance-";
    private const int Digits = 32;

    /// <summary>A token that nobody can guess.</summary>
    public static string Make() => Prefix + RandomNumberGenerator.GetHexString(Digits, lowercase: true);

    /// <summary>What every token that was made here looks like, with the name of an integration that may follow.</summary>
    [GeneratedRegex("conformance-[0-9a-f]{32}(?:-[a-z0-9]+)*", RegexOptions.CultureInvariant)]
    public static partial Regex Form();
}
