namespace Conformance.Scim.Filters;

/// <summary>A filter's text, read from left to right.</summary>
internal sealed class FilterTokens(string text)
{
    private int _at;

    public bool AtEnd
    {
        get
        {
            SkipSpace();
            return _at == text.Length;
        }
    }

    public bool Take(char sign)
    {
        SkipSpace();
        return TakeAfterBracket(sign);
    }

    /// <summary>Takes a sign that has to follow at once, without a space.</summary>
    public bool TakeAfterBracket(char sign)
    {
        if (_at >= text.Length || text[_at] != sign)
        {
            return false;
        }

        _at++;
        return true;
    }

    public bool TakeWord(string word)
    {
        SkipSpace();
        if (!Follows(word))
        {
            return false;
        }

        _at += word.Length;
        return true;
    }

    /// <summary>Whether "not" stands here as the operator and not as an attribute's name.</summary>
    public bool NextIsNegation()
    {
        SkipSpace();
        return Follows("not") && text[(_at + 3)..].TrimStart().StartsWith('(');
    }

    public string? TakeAttribute()
    {
        SkipSpace();
        return Taken(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or ':' or '.' or '$');
    }

    public string? TakeValue()
    {
        SkipSpace();
        if (_at >= text.Length || text[_at] != '"')
        {
            return Taken(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '+' or '.');
        }

        for (var end = _at + 1; end < text.Length; end++)
        {
            if (text[end] == '\\')
            {
                end++;
            }
            else if (text[end] == '"')
            {
                var value = text[_at..(end + 1)];
                _at = end + 1;
                return value;
            }
        }

        return null;
    }

    public ScimException Unexpected(string expected) => new(
        ScimTypes.InvalidFilter,
        AtEnd ? $"The filter ends where {expected} should stand." : $"At character {_at + 1} of the filter {expected} should stand, not \"{text[_at..]}\".");

    private bool Follows(string word) =>
        string.Compare(text, _at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (_at + word.Length == text.Length || text[_at + word.Length] is ' ' or '\t' or '(' or ')' or ']' or '"');

    private string? Taken(Func<char, bool> belongs)
    {
        var start = _at;
        while (_at < text.Length && belongs(text[_at]))
        {
            _at++;
        }

        return _at == start ? null : text[start.._at];
    }

    private void SkipSpace()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t')
        {
            _at++;
        }
    }
}
