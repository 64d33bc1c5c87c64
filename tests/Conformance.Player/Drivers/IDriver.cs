namespace Conformance.Player.Drivers;

/// <summary>One person's browser: a cookie store of its own and one page in front of the person. Two of them share nothing.</summary>
public interface IDriver : IAsyncDisposable
{
    /// <summary><c>http</c> or <c>browser</c>.</summary>
    string Kind { get; }

    /// <summary>The page in front of the person.</summary>
    PageView Page { get; }

    /// <summary>Every request so far, in order, the suite's own probes marked.</summary>
    IReadOnlyList<Hop> Hops { get; }

    /// <summary>Goes to an address and follows redirects and auto-submitted forms until the page rests.</summary>
    Task<PageView> OpenAsync(string url, CancellationToken cancellationToken);

    /// <summary>Presses the button or link of that accessible name and follows to rest.</summary>
    /// <exception cref="StepFailedException">There is no such button or link.</exception>
    Task<PageView> ClickAsync(string name, CancellationToken cancellationToken);

    /// <summary>Types into the field of that label.</summary>
    /// <exception cref="StepFailedException">There is no such field.</exception>
    Task FillAsync(string label, string value, CancellationToken cancellationToken);

    /// <summary>Chooses a file for the field of that label.</summary>
    /// <exception cref="StepFailedException">There is no such field.</exception>
    Task UploadAsync(string label, string fileName, byte[] content, CancellationToken cancellationToken);

    /// <summary>What the page shows under a label: the field's value, or the text beside the label.</summary>
    /// <exception cref="StepFailedException">There is nothing of that label.</exception>
    Task<string> ReadValueAsync(string label, CancellationToken cancellationToken);

    /// <summary>Presses Back.</summary>
    Task<PageView> BackAsync(CancellationToken cancellationToken);

    /// <summary>Whether the page shows a heading of that text, waiting for it as long as the driver's time-out allows.</summary>
    Task<bool> ShowsHeadingAsync(string text, CancellationToken cancellationToken);

    /// <summary>Whether the page shows that text, waiting for it.</summary>
    Task<bool> ShowsTextAsync(string text, CancellationToken cancellationToken);

    /// <summary>Reads a page in the same session without touching the page in front of the person (as if in another tab).</summary>
    /// <param name="url">The address.</param>
    /// <param name="keepCookies">Whether cookies that the reading sets stay; if not, the person's browser is as it was.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<PageView> ReadAsync(string url, bool keepCookies, CancellationToken cancellationToken);

    /// <summary>Sends one request with this browser's cookies, without following redirects.</summary>
    Task<Hop> RequestAsync(RawRequest request, CancellationToken cancellationToken);

    /// <summary>Sends the form that a page sends by itself as soon as it is opened, and follows to rest.</summary>
    /// <remarks>A driver that runs no pages sends it as from there and leaves the page unopened: what is sent is the same.</remarks>
    Task<PageView> SubmitAsync(string fromPage, string action, HttpMethod method, IReadOnlyList<KeyValuePair<string, string>> fields, CancellationToken cancellationToken);

    /// <summary>Goes on in another tab of the same browser; the same name is the same tab, the empty name the first.</summary>
    Task SwitchTabAsync(string name, CancellationToken cancellationToken);

    /// <summary>The cookies in store.</summary>
    Task<IReadOnlyList<StoredCookie>> CookiesAsync(CancellationToken cancellationToken);

    /// <summary>Takes over cookies, as if they had been set here; one of the same name, domain and path is replaced.</summary>
    Task AdoptAsync(IReadOnlyList<StoredCookie> cookies, CancellationToken cancellationToken);

    /// <summary>Makes the cookies that much older; <c>false</c> where a browser keeps its own time.</summary>
    bool Age(TimeSpan by);

    /// <summary>A picture of the page as PNG; <c>null</c> where the driver shows none.</summary>
    Task<byte[]?> ScreenshotAsync(CancellationToken cancellationToken);

    /// <summary>Begins to record a trace, where the driver can.</summary>
    Task StartTraceAsync(CancellationToken cancellationToken);

    /// <summary>Ends the trace; keeps it under that path, or drops it when the path is <c>null</c>.</summary>
    Task StopTraceAsync(string? path, CancellationToken cancellationToken);
}
