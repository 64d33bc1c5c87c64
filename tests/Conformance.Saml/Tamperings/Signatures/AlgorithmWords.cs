using System.Reflection;
using Conformance.Saml.Names;

namespace Conformance.Saml.Tamperings.Signatures;

/// <summary>Short words for algorithm URIs: what stands behind their last # or /.</summary>
internal static class AlgorithmWords
{
    private static readonly Dictionary<string, string> Uris = Constants(typeof(SignatureAlgorithms))
        .Concat(Constants(typeof(DigestAlgorithms)))
        .Concat(Constants(typeof(CanonicalizationAlgorithms)))
        .Concat(Constants(typeof(EncryptionAlgorithms)))
        .GroupBy(Word, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>The URI for a word; what is no word is taken as it stands.</summary>
    public static string Find(string word) => word switch
    {
        "empty" => "",
        "none" => "http://www.w3.org/2000/09/xmldsig#none",
        _ when Uris.TryGetValue(word, out var uri) => uri,
        _ when word.Contains(':', StringComparison.Ordinal) => word,
        _ => throw new TamperingException($"the algorithm '{word}' is not known{NearestWord.Suggest(word, Uris.Keys)}"),
    };

    private static IEnumerable<string> Constants(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    private static string Word(string uri)
    {
        var trimmed = uri.TrimEnd('#');
        return trimmed[(trimmed.LastIndexOfAny(['#', '/']) + 1)..];
    }
}
