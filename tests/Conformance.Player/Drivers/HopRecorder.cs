using System.Text;
using Microsoft.Playwright;

namespace Conformance.Player.Drivers;

/// <summary>Writes down the navigations of a browser context as they happen, from the browser's own events.</summary>
internal sealed class HopRecorder
{
    private static readonly string[] HeadersOfItself = ["User-Agent", "Accept-Language", "Sec-CH-UA", "Sec-CH-UA-Mobile", "Sec-CH-UA-Platform"];
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<IPage, int> _navigations = [];

    // Where a document stands of which no answer was told yet: the browser's events come in any order.
    private readonly HashSet<(IPage Page, string Url)> _untold = [];
    private readonly TimeProvider _clock;
    private bool _probing;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HopRecorder(IBrowserContext context, TimeProvider clock)
    {
        _clock = clock;
        context.Request += (_, request) => Started(request);
        context.Response += (_, response) => Answered(response);
        context.RequestFailed += (_, request) => Failed(request);
        context.Page += (_, page) => Follow(page);

        // No event tells of a page that was there before.
        foreach (var page in context.Pages)
        {
            Follow(page);
        }

        void Follow(IPage page) => page.FrameNavigated += (_, frame) => Navigated(page, frame);
    }

    public IReadOnlyList<Hop> Hops
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Select(entry => entry.Hop)];
            }
        }
    }

    /// <summary>What the browser says of itself with every request, taken from its first; before that, what most say.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> OfItself
    {
        get
        {
            lock (_lock)
            {
                return _entries.Find(entry => entry.Request is not null) is { } first
                    ? [.. first.Hop.RequestHeaders.Where(header => HeadersOfItself.Contains(header.Key, StringComparer.OrdinalIgnoreCase))]
                    : Navigation.OfItself;
            }
        }
    }

    public void Add(IEnumerable<Hop> hops)
    {
        lock (_lock)
        {
            _entries.AddRange(hops.Select(hop => new Entry(null, null) { Hop = hop }));
        }
    }

    /// <summary>Marks what is requested until it is disposed as the suite's own reading.</summary>
    public IDisposable Probing()
    {
        _probing = true;
        return new Ending(() => _probing = false);
    }

    /// <summary>How many documents the page has committed.</summary>
    public int Navigations(IPage page)
    {
        lock (_lock)
        {
            return _navigations.GetValueOrDefault(page);
        }
    }

    /// <summary>Whether a navigation of the page has begun that no document has come of yet, and still may.</summary>
    public bool IsNavigating(IPage page)
    {
        lock (_lock)
        {
            return IsLeft(page);
        }
    }

    public Hop? LastDocument(IPage page)
    {
        lock (_lock)
        {
            return _entries.FindLast(entry => entry.Page == page && entry.Hop.Status is not 0)?.Hop;
        }
    }

    /// <summary>Waits until the page has committed more documents than <paramref name="count"/>, or none is to come any more.</summary>
    /// <param name="page">The page.</param>
    /// <param name="count">How many there were.</param>
    /// <param name="isComing">Whether one will be requested, if it has not been yet.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <returns>Whether one came.</returns>
    /// <exception cref="TimeoutException">It is not known after that time.</exception>
    public async Task<bool> NavigatedAsync(IPage page, int count, bool isComing, TimeSpan timeout)
    {
        using var limit = new CancellationTokenSource(timeout, _clock);
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_navigations.GetValueOrDefault(page) > count)
                {
                    return true;
                }

                if (!IsLeft(page) && (!isComing || LastOf(page) is { CameToNothing: true }))
                {
                    return false;
                }

                changed = _changed.Task;
            }

            try
            {
                await changed.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException();
            }
        }
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Split(Dictionary<string, string> headers) =>
        [.. headers.SelectMany(h => h.Value.Split('\n').Select(value => new KeyValuePair<string, string>(h.Key, value)))];

    private void Started(IRequest request)
    {
        if (!request.IsNavigationRequest || request.Frame.ParentFrame is not null)
        {
            return;
        }

        Change(() => _entries.Add(new Entry(request, request.Frame.Page)
        {
            Hop = new Hop
            {
                Method = request.Method,
                Url = request.Url,
                RequestHeaders = Split(request.Headers),
                RequestBody = request.PostDataBuffer ?? Encoding.UTF8.GetBytes(request.PostData ?? string.Empty),
                At = _clock.GetUtcNow(),
                IsProbe = _probing,
            },
        }));
    }

    private void Answered(IResponse response) => Update(response.Request, entry =>
    {
        entry.Hop = entry.Hop with
        {
            Status = response.Status,
            ResponseHeaders = Split(response.Headers),
            Took = _clock.GetUtcNow() - entry.Hop.At,
        };

        entry.CameToNothing = response.Status is 204 or 205;
        entry.IsOver = entry.CameToNothing || (entry.Page is { } page && _untold.Remove((page, WithoutFragment(response.Url))));
    });

    // Of a download there is an answer, too, before it ends so.
    private void Failed(IRequest request) => Update(request, entry =>
    {
        entry.IsOver = entry.CameToNothing = true;
        if (entry.Hop.Status == 0)
        {
            entry.Hop = entry.Hop with { Trouble = request.Failure ?? "no answer" };
        }
    });

    private void Navigated(IPage page, IFrame frame)
    {
        if (frame != page.MainFrame)
        {
            return;
        }

        var url = WithoutFragment(frame.Url);
        Change(() =>
        {
            _navigations[page] = _navigations.GetValueOrDefault(page) + 1;
            var answered = _entries.FindAll(entry => entry.Page == page && entry is { IsOver: false, Hop.Status: not 0 });
            answered.ForEach(entry => entry.IsOver = true);
            if (answered.Count == 0)
            {
                _untold.Add((page, url));
            }
        });
    }

    private static string WithoutFragment(string url) => url.Split('#')[0];

    private Entry? LastOf(IPage page) => _entries.FindLast(entry => entry.Page == page);

    private bool IsLeft(IPage page) => LastOf(page) is { IsOver: false };

    private void Update(IRequest request, Action<Entry> with) => Change(() =>
    {
        if (_entries.FindLast(entry => entry.Request == request) is { } entry)
        {
            with(entry);
        }
    });

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            change();
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }

    private sealed class Entry(IRequest? request, IPage? page)
    {
        public IRequest? Request { get; } = request;

        public IPage? Page { get; } = page;

        public required Hop Hop { get; set; }

        /// <summary>Whether the document that came of it stands, or none will come.</summary>
        public bool IsOver { get; set; }

        /// <summary>Whether no document came of it: of a download, a 204 or a refused connection the page stays as it is.</summary>
        public bool CameToNothing { get; set; }
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
