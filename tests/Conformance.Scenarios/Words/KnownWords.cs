namespace Conformance.Scenarios.Words;

/// <summary>The words that are allowed somewhere: a list, in which <c>attributes.*</c> allows everything below
/// <c>attributes.</c>, or anything at all.</summary>
public sealed class KnownWords
{
    private readonly HashSet<string>? _words;

    private KnownWords(HashSet<string>? words)
    {
        _words = words;
        Words = words is null ? [] : [.. words.Order(StringComparer.Ordinal)];
    }

    /// <summary>Every word is allowed.</summary>
    public static KnownWords Any { get; } = new(null);

    /// <summary>Whether every word is allowed.</summary>
    public bool IsAny => _words is null;

    /// <summary>The words in ordinal order; empty when every word is allowed.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Only these words are allowed.</summary>
    /// <param name="words">The words; one that ends in <c>.*</c> allows everything below it.</param>
    public static KnownWords Of(params IEnumerable<string> words) => new(words.ToHashSet(StringComparer.Ordinal));

    /// <summary>Whether a word is allowed.</summary>
    /// <param name="word">The word.</param>
    public bool Knows(string word) =>
        _words is null
        || _words.Contains(word)
        || _words.Any(known => known.EndsWith(".*", StringComparison.Ordinal)
            && word.Length > known.Length - 1
            && word.StartsWith(known[..^1], StringComparison.Ordinal));
}
