using System.Buffers;
using System.Net.Http.Headers;
using System.Text;

namespace Conformance.Player.Drivers;

/// <summary>
/// A browser without a window: follows redirects and auto-submitted forms, keeps cookies as browsers do, sends Origin and Referer
/// as they do. It runs no script; a page that needs one rests where a browser would go on.
/// </summary>
internal sealed class HttpDriver(HttpMessageInvoker http, DriverLimits limits, TimeProvider clock) : IDriver
{
    private readonly List<Hop> _hops = [];
    private readonly Dictionary<string, Tab> _tabs = new(StringComparer.Ordinal) { [string.Empty] = new Tab() };
    private CookieJar _cookies = new(clock);
    private string _tab = string.Empty;
    private IReadOnlyList<KeyValuePair<string, string>> _ofItself = Navigation.OfItself;

    public string Kind => "http";

    public PageView Page => Current.View;

    public IReadOnlyList<Hop> Hops => _hops;

    private Tab Current => _tabs[_tab];

    public Task<PageView> OpenAsync(string url, CancellationToken cancellationToken) =>
        NavigateAsync(new Navigation(HttpMethod.Get, new Uri(url), null, null, null), cancellationToken);

    public Task<PageView> ClickAsync(string name, CancellationToken cancellationToken)
    {
        var page = Current.Html ?? throw new StepFailedException($"There is no page to press \"{name}\" on: {Describe()}.");
        var submission = page.Press(name)
            ?? throw new StepFailedException($"The page {Page.Url} has no button or link \"{name}\". It offers {page.Offers()}. It shows {Page.Shown}.");
        return NavigateAsync(Navigation.To(submission, new Uri(Page.Url)), cancellationToken);
    }

    public Task FillAsync(string label, string value, CancellationToken cancellationToken) =>
        Current.Html?.Fill(label, value) == true
            ? Task.CompletedTask
            : throw new StepFailedException($"The page {Page.Url} has no field labelled \"{label}\". It offers {Current.Html?.Offers() ?? "no page"}. It shows {Page.Shown}.");

    public Task UploadAsync(string label, string fileName, byte[] content, CancellationToken cancellationToken) =>
        Current.Html?.Upload(label, fileName, content) == true
            ? Task.CompletedTask
            : throw new StepFailedException($"The page {Page.Url} has no field labelled \"{label}\". It offers {Current.Html?.Offers() ?? "no page"}. It shows {Page.Shown}.");

    public Task<string> ReadValueAsync(string label, CancellationToken cancellationToken) =>
        Current.Html?.ValueLabelled(label) is { } value
            ? Task.FromResult(value)
            : throw new StepFailedException($"The page {Page.Url} has nothing labelled \"{label}\". It offers {Current.Html?.Offers() ?? "no page"}. It shows {Page.Shown}.");

    public Task<PageView> BackAsync(CancellationToken cancellationToken)
    {
        if (Current.History.Count < 2)
        {
            throw new StepFailedException("There is no page to go back to.");
        }

        Current.History.RemoveAt(Current.History.Count - 1);
        var last = Current.History[^1];
        Current.History.RemoveAt(Current.History.Count - 1);
        return NavigateAsync(last, cancellationToken);
    }

    public Task<bool> ShowsHeadingAsync(string text, CancellationToken cancellationToken) =>
        Task.FromResult(Current.Html?.HasHeading(text) == true);

    public Task<bool> ShowsTextAsync(string text, CancellationToken cancellationToken) =>
        Task.FromResult(Page.Text.Contains(text, StringComparison.OrdinalIgnoreCase));

    public async Task<PageView> ReadAsync(string url, bool keepCookies, CancellationToken cancellationToken)
    {
        var kept = _cookies;
        if (!keepCookies)
        {
            _cookies = kept.Copy();
        }

        try
        {
            var (view, _) = await FollowAsync(
                new Navigation(HttpMethod.Get, new Uri(url), null, null, null) { Accept = "application/json, text/html;q=0.9, */*;q=0.8" },
                isProbe: true,
                cancellationToken);
            return view;
        }
        finally
        {
            _cookies = kept;
        }
    }

    public async Task<Hop> RequestAsync(RawRequest request, CancellationToken cancellationToken)
    {
        var navigation = new Navigation(new HttpMethod(request.Method), new Uri(request.Url), null, request.Body, null) { Headers = request.Headers };
        var hop = await SendAsync(navigation, isProbe: false, cancellationToken);
        _hops.Add(hop);
        return hop;
    }

    public Task<PageView> SubmitAsync(
        string fromPage, string action, HttpMethod method, IReadOnlyList<KeyValuePair<string, string>> fields, CancellationToken cancellationToken) =>
        NavigateAsync(Navigation.To(new FormSubmission(method, new Uri(action), fields, null), new Uri(fromPage)), cancellationToken);

    public Task SwitchTabAsync(string name, CancellationToken cancellationToken)
    {
        _tab = name;
        _tabs.TryAdd(name, new Tab());
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<StoredCookie>> CookiesAsync(CancellationToken cancellationToken) => Task.FromResult(_cookies.All);

    public Task AdoptAsync(IReadOnlyList<StoredCookie> cookies, CancellationToken cancellationToken)
    {
        Adopt(cookies);
        return Task.CompletedTask;
    }

    public bool Age(TimeSpan by)
    {
        Adopt([.. _cookies.All.Select(cookie => cookie with { Created = cookie.Created - by, Expires = cookie.Expires - by })]);
        return true;
    }

    public Task<byte[]?> ScreenshotAsync(CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);

    public Task StartTraceAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopTraceAsync(string? path, CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Takes over the cookies of another browser and what it says of itself, to read a page as that browser would.</summary>
    internal void Adopt(IEnumerable<StoredCookie> cookies, IReadOnlyList<KeyValuePair<string, string>>? ofItself = null)
    {
        _ofItself = ofItself ?? _ofItself;
        foreach (var cookie in cookies)
        {
            _cookies.Add(cookie);
        }
    }

    private string Describe() => Page.Trouble ?? $"the browser shows {Page.Url} ({Page.Status}, {Page.ContentType})";

    private async Task<PageView> NavigateAsync(Navigation navigation, CancellationToken cancellationToken)
    {
        var tab = Current;
        tab.History.Add(navigation);
        (tab.View, tab.Html) = await FollowAsync(navigation, isProbe: false, cancellationToken);
        return tab.View;
    }

    private async Task<(PageView View, HtmlPage? Html)> FollowAsync(Navigation navigation, bool isProbe, CancellationToken cancellationToken)
    {
        for (var count = 0; ; count++)
        {
            var hop = await SendAsync(navigation, isProbe, cancellationToken);
            _hops.Add(hop);
            if (hop.Trouble is not null)
            {
                return (new PageView(hop.Url, hop.Status, string.Empty, string.Empty, string.Empty, hop.Trouble), null);
            }

            var (next, html) = Next(navigation, hop);
            if (next is null)
            {
                return (View(hop, html, null), html);
            }

            if (count + 1 >= limits.Hops)
            {
                return (View(hop, html, $"more than {limits.Hops} redirects and auto-submitted forms in a row"), html);
            }

            navigation = next;
        }
    }

    private static (Navigation? Next, HtmlPage? Html) Next(Navigation navigation, Hop hop)
    {
        if (hop.Status is 301 or 302 or 303 or 307 or 308
            && hop.ResponseHeader("Location") is { } location
            && BrowserAddress.Resolve(navigation.Url, location) is { } target
            && target.Scheme is "http" or "https")
        {
            // RFC 9110 15.4 and the fetch standard: 303 always, 301 and 302 after POST, go on with GET.
            var keep = hop.Status is 307 or 308 || navigation.Method == HttpMethod.Get || navigation.Method == HttpMethod.Head;
            return (new Navigation(
                keep ? navigation.Method : HttpMethod.Get, target, navigation.Initiator, keep ? navigation.Body : null, navigation.Referer)
            {
                ContentType = keep ? navigation.ContentType : null,
                Accept = navigation.Accept,
                CameByRedirect = true,
            }, null);
        }

        if (MediaType(hop) is not ("text/html" or "application/xhtml+xml"))
        {
            return (null, null);
        }

        var html = new HtmlPage(navigation.Url, Encoding.UTF8.GetString(hop.ResponseBody));
        var next = html.AutoSubmitted() is { } form
            ? Navigation.To(form, navigation.Url)
            : html.Refresh() is { } refresh
                ? new Navigation(HttpMethod.Get, refresh, navigation.Url, null, navigation.Url)
                : null;
        return (next, html);
    }

    private static PageView View(Hop hop, HtmlPage? html, string? trouble)
    {
        var body = Encoding.UTF8.GetString(hop.ResponseBody);
        return new PageView(hop.Url, hop.Status, MediaType(hop), body, new Lazy<string>(() => html?.Text ?? body), trouble);
    }

    private static string MediaType(Hop hop) =>
        (hop.ResponseHeader("Content-Type") ?? string.Empty).Split(';')[0].Trim().ToLowerInvariant();

    private async Task<Hop> SendAsync(Navigation navigation, bool isProbe, CancellationToken cancellationToken)
    {
        using var request = navigation.ToRequest(_cookies, _ofItself);
        var hop = new Hop
        {
            Method = navigation.Method.Method,
            Url = navigation.Url.AbsoluteUri,
            RequestHeaders = [.. Flatten(request.Headers), .. Flatten(request.Content?.Headers)],
            RequestBody = navigation.Body ?? [],
            At = clock.GetUtcNow(),
            IsProbe = isProbe,
        };
        var began = clock.GetTimestamp();
        using var limit = new CancellationTokenSource(limits.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            var headers = Flatten(response.Headers).Concat(Flatten(response.Content.Headers)).ToList();
            foreach (var header in headers.Where(h => h.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase)))
            {
                _cookies.Store(navigation.Url, header.Value);
            }

            hop = hop with { Status = (int)response.StatusCode, ResponseHeaders = headers };
            var (body, cut) = await ReadCappedAsync(response.Content, either.Token);
            return hop with
            {
                ResponseBody = body,
                Trouble = cut ? BodyCap.Words(limits) : null,
                Took = clock.GetElapsedTime(began),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return hop with { Trouble = $"no complete answer within {limits.Timeout.TotalSeconds:0} s", Took = clock.GetElapsedTime(began) };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return hop with { Trouble = Reason(exception), Took = clock.GetElapsedTime(began) };
        }
    }

    private static string Reason(Exception exception) => exception is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded }
        ? "the connection was closed before the answer was complete"
        : $"no answer: {exception.GetBaseException().Message.TrimEnd('.')}";

    private async Task<(byte[] Body, bool Cut)> ReadCappedAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var buffer = new MemoryStream();
        using var chunk = MemoryPool<byte>.Shared.Rent(16 * 1024);
        int read;
        while ((read = await stream.ReadAsync(chunk.Memory, cancellationToken)) > 0)
        {
            buffer.Write(chunk.Memory.Span[..(int)Math.Min(read, limits.BodyBytes - buffer.Length)]);
            if (buffer.Length >= limits.BodyBytes)
            {
                return (buffer.ToArray(), true);
            }
        }

        return (buffer.ToArray(), false);
    }

    private static IEnumerable<KeyValuePair<string, string>> Flatten(HttpHeaders? headers) =>
        headers is null ? [] : headers.NonValidated.SelectMany(h => h.Value.Select(v => new KeyValuePair<string, string>(h.Key, v)));

    private sealed class Tab
    {
        public PageView View { get; set; } = PageView.Blank;

        public HtmlPage? Html { get; set; }

        public List<Navigation> History { get; } = [];
    }
}
