using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Conformance.Player.Drivers;

/// <summary>
/// A person's real browser: one Playwright context. What the browser itself decides (cookies, SameSite, redirects, Origin) is its
/// own and never imitated.
/// </summary>
internal sealed partial class BrowserDriver : IDriver
{
    private readonly IBrowserContext _context;
    private readonly DriverLimits _limits;
    private readonly Func<HttpDriver> _reader;
    private readonly HopRecorder _recorder;
    private readonly Dictionary<string, IPage> _tabs = new(StringComparer.Ordinal);
    private IPage _page;

    private BrowserDriver(IBrowserContext context, IPage page, DriverLimits limits, Func<HttpDriver> reader, TimeProvider clock)
    {
        _context = context;
        _page = page;
        _tabs[string.Empty] = page;
        _limits = limits;
        _reader = reader;
        _recorder = new HopRecorder(context, clock);
    }

    public string Kind => "browser";

    public PageView Page { get; private set; } = PageView.Blank;

    public IReadOnlyList<Hop> Hops => _recorder.Hops;

    public static async Task<BrowserDriver> CreateAsync(IBrowserContext context, DriverLimits limits, Func<HttpDriver> reader, TimeProvider clock)
    {
        context.SetDefaultTimeout((float)limits.Timeout.TotalMilliseconds);
        return new BrowserDriver(context, await context.NewPageAsync(), limits, reader, clock);
    }

    public Task<PageView> OpenAsync(string url, CancellationToken cancellationToken) => ActAsync(() => _page.GotoAsync(url));

    public Task<PageView> ClickAsync(string name, CancellationToken cancellationToken) => ActAsync(async () =>
    {
        var target = PageElements.Pressable(_page, name);
        await OnAsync(target, $"button or link \"{name}\"", () => target.ClickAsync());
    });

    public async Task FillAsync(string label, string value, CancellationToken cancellationToken)
    {
        var field = Labelled(label).First;
        await OnFieldAsync(label, async () =>
        {
            try
            {
                await field.FillAsync(value);
            }
            catch (PlaywrightException)
            {
                // Nothing to type into: the browser says so at once, so that the many fields that are need not be asked first.
                await ChooseAsync(field, value);
            }
        });
    }

    public Task UploadAsync(string label, string fileName, byte[] content, CancellationToken cancellationToken) => OnFieldAsync(
        label,
        () => Labelled(label).First.SetInputFilesAsync(new FilePayload { Name = fileName, MimeType = "application/octet-stream", Buffer = content }));

    public async Task<string> ReadValueAsync(string label, CancellationToken cancellationToken)
    {
        var field = Labelled(label);

        // Beside a term or in a row of a table stands a text and no field.
        if (await field.CountAsync() == 0 && new HtmlPage(new Uri(_page.Url), await _page.ContentAsync()).ValueLabelled(label) is { } shown)
        {
            return shown;
        }

        await OnFieldAsync(label, () => field.First.WaitForAsync(new() { State = WaitForSelectorState.Visible }));
        return await field.First.EvaluateAsync<string>("e => e.matches('input,select,textarea,output') ? e.value : e.innerText.trim()");
    }

    public Task<PageView> BackAsync(CancellationToken cancellationToken) => ActAsync(() => _page.GoBackAsync());

    public Task<bool> ShowsHeadingAsync(string text, CancellationToken cancellationToken) =>
        VisibleAsync(_page.GetByRole(AriaRole.Heading, new() { Name = text }).First);

    public Task<bool> ShowsTextAsync(string text, CancellationToken cancellationToken) => VisibleAsync(_page.GetByText(text).First);

    public async Task<PageView> ReadAsync(string url, bool keepCookies, CancellationToken cancellationToken)
    {
        if (!keepCookies)
        {
            await using var reader = await ReaderAsync(cancellationToken);
            var view = await reader.ReadAsync(url, keepCookies: false, cancellationToken);
            _recorder.Add(reader.Hops);
            return view;
        }

        using var probing = _recorder.Probing();
        var page = await _context.NewPageAsync();
        try
        {
            return await LoadAsync(page, () => page.GotoAsync(url));
        }
        finally
        {
            await page.CloseAsync();
        }
    }

    public async Task<Hop> RequestAsync(RawRequest request, CancellationToken cancellationToken)
    {
        await using var sender = await ReaderAsync(cancellationToken);
        var hop = await sender.RequestAsync(request, cancellationToken);
        _recorder.Add([hop]);
        await _context.AddCookiesAsync((await sender.CookiesAsync(cancellationToken)).Select(BrowserCookies.ToPlaywright));
        return hop;
    }

    public Task<PageView> SubmitAsync(
        string fromPage, string action, HttpMethod method, IReadOnlyList<KeyValuePair<string, string>> fields, CancellationToken cancellationToken) =>
        OpenAsync(fromPage, cancellationToken);

    public async Task SwitchTabAsync(string name, CancellationToken cancellationToken)
    {
        if (!_tabs.TryGetValue(name, out var page))
        {
            _tabs[name] = page = await _context.NewPageAsync();
        }

        _page = page;
        await page.BringToFrontAsync();
    }

    public async Task<IReadOnlyList<StoredCookie>> CookiesAsync(CancellationToken cancellationToken) => [.. (await _context.CookiesAsync()).Select(BrowserCookies.FromPlaywright)];

    public Task AdoptAsync(IReadOnlyList<StoredCookie> cookies, CancellationToken cancellationToken) =>
        cookies.Count == 0 ? Task.CompletedTask : _context.AddCookiesAsync(cookies.Select(BrowserCookies.ToPlaywright));

    public bool Age(TimeSpan by) => false;

    public async Task<byte[]?> ScreenshotAsync(CancellationToken cancellationToken) => await _page.ScreenshotAsync(new() { FullPage = true, Timeout = 5000 });

    public Task StartTraceAsync(CancellationToken cancellationToken) =>
        _context.Tracing.StartAsync(new() { Snapshots = true });

    public Task StopTraceAsync(string? path, CancellationToken cancellationToken) => _context.Tracing.StopAsync(new() { Path = path });

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _context.CloseAsync();
        }
        catch (PlaywrightException)
        {
            // The browser is gone already, after Ctrl-C or a crash; there is nothing left to close.
        }
    }

    // To the service provider it is this very browser: a session that is bound to what a browser says of itself would end otherwise.
    private async Task<HttpDriver> ReaderAsync(CancellationToken cancellationToken)
    {
        var reader = _reader();
        reader.Adopt(await CookiesAsync(cancellationToken), _recorder.OfItself);
        return reader;
    }

    private static async Task<bool> VisibleAsync(ILocator locator)
    {
        try
        {
            await locator.WaitForAsync(new() { State = WaitForSelectorState.Visible, Timeout = 3000 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private ILocator Labelled(string label) => PageElements.Fields(_page, label);

    private static async Task ChooseAsync(ILocator field, string value)
    {
        if (await field.EvaluateAsync<string>("e => e.tagName") == "SELECT")
        {
            await field.SelectOptionAsync(value);
        }
        else
        {
            await field.SetCheckedAsync(value is "true" or "on");
        }
    }

    private async Task OnFieldAsync(string label, Func<Task> act)
    {
        try
        {
            await OnAsync(Labelled(label).First, $"field labelled \"{label}\"", act);
        }
        catch (TimeoutException)
        {
            throw new StepFailedException($"The field labelled \"{label}\" of the page {_page.Url} stays disabled or read-only, so that nobody can fill it in.");
        }
    }

    // What is done waits for its element by itself. To wait for it beforehand would be one more snapshot of the page in the trace.
    private async Task OnAsync(ILocator locator, string what, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (TimeoutException)
        {
            if (await locator.IsVisibleAsync())
            {
                throw;
            }

            var html = new HtmlPage(new Uri(_page.Url), await _page.ContentAsync());
            throw new StepFailedException($"The page {_page.Url} has no {what}. It offers {html.Offers()}.");
        }
    }

    private async Task<PageView> ActAsync(Func<Task> act) => Page = await LoadAsync(_page, act);

    private async Task<PageView> LoadAsync(IPage page, Func<Task> act)
    {
        string? trouble;
        try
        {
            await act();
            if (await RestAsync(page) is { } rest)
            {
                return View(page, rest, trouble: null);
            }

            trouble = $"more than {_limits.Hops} pages in a row";
        }
        catch (TimeoutException)
        {
            trouble = $"the page was not complete within {_limits.Timeout.TotalSeconds:0} s";
        }
        catch (PlaywrightException exception)
        {
            trouble = NetError().Match(exception.Message) is { Success: true } error ? $"the browser gives {error.Value}" : exception.Message.Split('\n')[0];
        }

        return View(page, await PageLook.TakeAsync(page) ?? PageLook.Nothing, trouble);
    }

    /// <summary>Waits until no page of a chain of redirects and auto-submitted forms is left to come, and gives that last one.</summary>
    private async Task<PageLook?> RestAsync(IPage page)
    {
        for (var count = 0; count < _limits.Hops; count++)
        {
            await PageLoad.WaitAsync(page, _limits.Timeout);
            var before = _recorder.Navigations(page);
            var look = await PageLook.TakeAsync(page);
            if (look is { SubmitsItself: false } && _recorder.Navigations(page) == before && !_recorder.IsNavigating(page))
            {
                return look;
            }

            if (!await _recorder.NavigatedAsync(page, before, look is { SubmitsItself: true }, _limits.Timeout) && look is { SubmitsItself: true })
            {
                return look;
            }
        }

        return null;
    }

    private PageView View(IPage page, PageLook look, string? trouble)
    {
        var last = _recorder.LastDocument(page);
        return new PageView(
            page.Url, last?.Status ?? 0, (last?.ResponseHeader("content-type") ?? string.Empty).Split(';')[0].Trim().ToLowerInvariant(), look.Source, look.Text, trouble);
    }

    [GeneratedRegex("net::ERR_[A-Z_]+|NS_ERROR_[A-Z_]+")]
    private static partial Regex NetError();
}
