using System.Text.RegularExpressions;

namespace Conformance.Player.Targets.Containers;

/// <summary>Tells an image that cannot be had on this machine from one that cannot be built.</summary>
internal static partial class MissingImage
{
    /// <summary>The line that says so; <c>null</c> when none does.</summary>
    public static string? In(string printed) => printed.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => Told().IsMatch(line));

    [GeneratedRegex("pull access denied|manifest unknown|error pulling|failed to resolve|registry.*(no such host|dial tcp|timeout|refused|lookup)|dial tcp.*lookup|No such image", RegexOptions.IgnoreCase)]
    private static partial Regex Told();
}
