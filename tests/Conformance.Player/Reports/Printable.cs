namespace Conformance.Player.Reports;

/// <summary>Texts of a tested product as they may be shown: a page can say anything, also what steers a terminal or no document may hold.</summary>
internal static class Printable
{
    /// <summary>The text with every control character but tab and line feed shown by its number.</summary>
    public static string Of(string text) => text.All(letter => letter is '\t' or '\n' || (letter >= ' ' && !char.IsControl(letter) && !char.IsSurrogate(letter) && letter < '\uFFFE'))
        ? text
        : string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Select(rune =>
            rune.Value is '\t' or '\n' or (>= 0x20 and not (>= 0x7f and < 0xa0) and not 0xFFFE and not 0xFFFF) ? rune.ToString() : $"\\u{rune.Value:x4}"));
}
