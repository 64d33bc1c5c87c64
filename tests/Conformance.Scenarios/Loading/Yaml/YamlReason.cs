namespace Conformance.Scenarios.Loading.Yaml;

/// <summary>Says a parser's complaint in the words of a person who writes a file.</summary>
internal static class YamlReason
{
    public const string Unclosed = "Something in brackets is not closed here. Add \"]\" or \"}\" where it ends; a value that holds brackets or \": \" needs quotes.";

    public const string TooDeep = "nested too deeply";

    private static readonly (string Fragment, string Words)[] _words =
    [
        (TooDeep, "The file is nested more than 32 levels deep. Flatten it."),
        ("mapping values are not allowed", "A \": \" stands where no key can be. Put the text in quotes, or begin a new line for the key."),
        ("could not find expected ':'", "A key without a colon stands here. Write \"key: value\", or indent the line if it goes on with the text above."),
        ("did not find expected key", "The line does not fit the lines around it. Check its indentation, and put a text that holds quotes or \": \" in quotes."),
        ("did not find expected '-' indicator", "The line does not fit the list around it. Begin it with \"- \" in the list's column, or check its indentation."),
        ("found a tab", "A tab stands here. Use spaces."),
        ("found unexpected end of stream", "A quoted text that began here never ends. Close it with the same quote."),
        ("found wrong indentation", "A quoted text that began here is not closed in its line. Close it with the same quote, or indent the lines it goes on in."),
        ("found invalid mapping", "A \": \" stands inside a text without quotes. Put the text in quotes."),
        ("found unknown escape character", "A backslash in double quotes begins an escape that YAML does not have. Use single quotes, or write two backslashes."),
        ("did not find expected ',' or ']'", "The list that began with \"[\" is not closed here. Add \",\" or \"]\"; a value that holds \"${…}\" or \",\" needs quotes."),
        ("did not find expected ',' or '}'", "The map that began with \"{\" is not closed here. Add \",\" or \"}\"; a value that holds \"${…}\" or \",\" needs quotes."),
        ("found character that cannot start any token", "The text begins with a character that has a meaning of its own in YAML. Put the text in quotes."),
        ("block sequence entries are not allowed", "A \"- \" stands where no list can begin. Put the list on lines of its own below the key."),
        ("did not find expected <document start>", "The file goes on after its map or list has ended. Check the indentation of this line."),
        ("undefined tag handle", "Tags are not part of the format. Remove the word that begins with \"!\"."),
        ("while scanning an anchor or alias", "\"&\" and \"*\" begin an anchor, and anchors are not part of the format. Put the text in quotes."),
    ];

    public static string InPlainWords(string message)
    {
        foreach (var (fragment, words) in _words)
        {
            if (message.Contains(fragment, StringComparison.OrdinalIgnoreCase))
            {
                return words;
            }
        }

        return $"This is not YAML: {message.TrimEnd('.')}. Check the line and the one before it.";
    }
}
