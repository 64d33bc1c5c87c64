namespace Conformance.Player.Drivers;

/// <summary>The page in front of the person.</summary>
/// <param name="Url">What the address bar says.</param>
/// <param name="Status">The status of the answer that made the page; 0 when none came.</param>
/// <param name="ContentType">The media type, lower case, without parameters; empty when unknown.</param>
/// <param name="Body">The page's source as received or, in a browser, as it stands.</param>
/// <param name="Text">The text a person reads, white space collapsed.</param>
/// <param name="Trouble">Why the page is not what was asked for (a time-out, too many redirects, a refused connection); <c>null</c> when all went well.</param>
public sealed record PageView(string Url, int Status, string ContentType, string Body, string Text, string? Trouble = null)
{
    /// <summary>A browser that has not been anywhere yet.</summary>
    public static PageView Blank { get; } = new("about:blank", 0, string.Empty, string.Empty, string.Empty);
}
