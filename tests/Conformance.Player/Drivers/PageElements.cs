using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Conformance.Player.Drivers;

/// <summary>The elements of a page in the browser, found by what a person reads of them.</summary>
internal static class PageElements
{
    private const string UpperCase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string LowerCase = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>The button or link of that name.</summary>
    public static ILocator Pressable(IPage page, string name)
    {
        var exact = new Regex($"^\\s*{Escape(name)}\\s*$", RegexOptions.IgnoreCase);
        return page.GetByRole(AriaRole.Button, new() { NameRegex = exact }).Or(page.GetByRole(AriaRole.Link, new() { NameRegex = exact })).First;
    }

    /// <summary>The fields of that label or placeholder, with or without a colon or an asterisk.</summary>
    public static ILocator Fields(IPage page, string label)
    {
        var bare = label.TrimEnd(':');
        var exact = new Regex($"^\\s*{Escape(bare)}\\s*[:*]?\\s*$", RegexOptions.IgnoreCase);
        var fields = page.GetByLabel(exact).Or(page.GetByPlaceholder(exact));

        // Of a label around a list to choose from, Playwright takes all that may be chosen for a part of its text. No string of XPath holds both quotes.
        return bare.Contains('"', StringComparison.Ordinal)
            ? fields
            : fields.Or(page.Locator($"xpath=//label[normalize-space(translate(text(), '{UpperCase}:*', '{LowerCase}')) = \"{bare.ToLowerInvariant()}\"]//select"));
    }

    // Playwright writes the expression between slashes, so that one in a label such as "Issuer / Entity ID" would end it.
    private static string Escape(string text) => Regex.Escape(text).Replace("/", "\\/", StringComparison.Ordinal);
}
