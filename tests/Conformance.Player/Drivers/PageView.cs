namespace Conformance.Player.Drivers;

/// <summary>The page in front of the person.</summary>
/// <param name="Url">What the address bar says.</param>
/// <param name="Status">The status of the answer that made the page; 0 when none came.</param>
/// <param name="ContentType">The media type, lower case, without parameters; empty when unknown.</param>
/// <param name="Body">The page's source as received or, in a browser, as it stands.</param>
/// <param name="Reading">Reads <see cref="Text"/> when it is asked for: of most pages nobody wants to know it.</param>
/// <param name="Trouble">Why the page is not what was asked for (a time-out, too many redirects, a refused connection); <c>null</c> when all went well.</param>
public sealed record PageView(string Url, int Status, string ContentType, string Body, Lazy<string> Reading, string? Trouble)
{
    /// <summary>A page whose text is known.</summary>
    public PageView(string url, int status, string contentType, string body, string text, string? trouble = null)
        : this(url, status, contentType, body, new Lazy<string>(text), trouble)
    {
    }

    /// <summary>A browser that has not been anywhere yet.</summary>
    public static PageView Blank { get; } = new("about:blank", 0, string.Empty, string.Empty, string.Empty);

    /// <summary>The text a person reads, white space collapsed.</summary>
    public string Text => Reading.Value;

    /// <summary>The text as a finding quotes it, and no more of it than tells what page this is.</summary>
    internal string Shown => Text.Length == 0 ? "an empty page" : $"\"{(Text.Length > 200 ? Text[..200] + "…" : Text)}\"";

    /// <summary>Where the browser is and what it shows, as a finding says it.</summary>
    internal string InWords => this == Blank ? "the browser has not been anywhere yet" : $"the browser is at {Url} ({Trouble ?? $"status {Status}"}) and shows {Shown}";
}
