using Conformance.Fakes.Network;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conformance.Fakes.Stubs;

/// <summary>One request on its way through a stub host, whichever server it stands on.</summary>
internal sealed class StubTurn : IDisposable
{
    private readonly HttpContext _context;
    private readonly StubWire _wire;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _over;
    private readonly long _began;
    private readonly Stream _requestBody;
    private readonly Stream _responseBody;
    private StubHandler? _handler;
    private StubResponse? _refusal;

    public StubTurn(HttpContext context, TimeProvider time, CancellationToken stop)
    {
        (_context, _time, _began) = (context, time, time.GetTimestamp());
        (_requestBody, _responseBody) = (context.Request.Body, context.Response.Body);
        _over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stop);
        _wire = context.Features.GetRequiredFeature<StubWire>();
        var head = HttpHead.Parse(_wire.Input.TakeConsumed());
        _wire.Input.IsRecording = false;
        Request = new StubRequest
        {
            RequestLine = head.StartLine,
            Headers = head.Headers,
            Body = [],
            IsTls = _wire.IsTls,
            ConnectionId = context.Connection.Id,
            Started = time.GetUtcNow(),
        };
    }

    /// <summary>The request as its handler sees it.</summary>
    public StubRequest Request { get; private set; }

    /// <summary>The route that matches; <see langword="null"/> when none does.</summary>
    public StubRoute? Route { get; private set; }

    /// <summary>What was decided on; <see langword="null"/> until then.</summary>
    public StubExchange? Exchange { get; private set; }

    /// <summary>Whether the client went away or the host stops.</summary>
    public bool IsOver => _over.IsCancellationRequested;

    /// <summary>Reads the body and finds the route.</summary>
    public async Task ReadAsync(StubRoutes routes)
    {
        try
        {
            using var octets = new MemoryStream();
            await _requestBody.CopyToAsync(octets, _over.Token);
            Request = Request with { Body = octets.ToArray() };
        }
        catch (BadHttpRequestException refused)
        {
            _refusal = StubResponse.Text(refused.Message, refused.StatusCode);
            return;
        }

        if (routes.Find(Request) is { } found)
        {
            (Route, _handler, Request) = found;
        }
    }

    /// <summary>Asks the handler, and holds its answer back as long as it says.</summary>
    public async Task<StubExchange> AnswerAsync()
    {
        var (response, error) = (_refusal, default(Exception));
        try
        {
            response ??= _handler is null
                ? StubResponse.Text($"Nothing stands at {Request.Method} {Request.Url}.\n", 404)
                : await _handler(Request, _over.Token);
            if (response.Delay > TimeSpan.Zero)
            {
                await Task.Delay(response.Delay, _time, _over.Token);
            }
        }
        catch (Exception broken) when (!IsOver)
        {
            // A fake that breaks must not look like a service provider that fails: the journal keeps the error for the player.
            (response, error) = (StubResponse.Text("The stub failed.\n", 500), broken);
        }

        Exchange = new StubExchange(Request, response!, _time.GetElapsedTime(_began)) { Route = Route, Error = error };
        return Exchange;
    }

    /// <summary>
    /// Prepares for another server to send what was decided on: it is told the length, and where a fault is to happen it talks to nobody.
    /// </summary>
    public void TakeOver()
    {
        if (Exchange!.Response.Fault is not null)
        {
            _context.Response.Body = Stream.Null;
        }
        else if (StubSending.HasBody(Exchange.Response.Status))
        {
            _context.Response.ContentLength = Exchange.Response.Body.Length;
        }
    }

    /// <summary>After another server sent the answer: brings about its fault.</summary>
    public async Task FinishAsync()
    {
        _over.Token.ThrowIfCancellationRequested();
        if (Exchange?.Response.Fault is not null)
        {
            _context.Response.Body = _responseBody;
            await SendAsync();
        }
    }

    /// <summary>Sends what was decided on, with its fault.</summary>
    public Task SendAsync() => StubSending.SendAsync(Exchange!.Response, _context, _wire, _over.Token);

    public void Dispose()
    {
        _wire.Input.IsRecording = true;
        _over.Dispose();
    }
}
