using System.Collections.Specialized;
using System.Text;
using Microsoft.AspNetCore.Http;
using WireMock;
using WireMock.Logging;
using WireMock.Types;
using WireMock.Util;

namespace Conformance.Fakes.Stubs.WithWireMock;

/// <summary>Stands before WireMock: keeps the request as it came, guards the admin interface, and cuts the wire where a fault is asked for.</summary>
internal sealed class WireMockFront(StubRoutes routes, StubJournal journal, TimeProvider time, CancellationToken stop)
{
    private const string Administration = "/__admin";
    private const string Refusal = $"While a run is paused, {Administration} takes GET, and POST to {Administration}/mappings: what the fakes are made of stays as it is.\n";
    private static readonly AsyncLocal<StubTurn?> Current = new();
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether a person may look around.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether the request at hand belongs to a route, or to none.</summary>
    public static bool IsAtHandOf(StubRoute? route) => Current.Value is { } turn && ReferenceEquals(turn.Route, route);

    /// <summary>The callback of every mapping.</summary>
    public static async Task<IResponseMessage> AnswerAsync(IRequestMessage request)
    {
        var turn = Current.Value ?? throw new InvalidOperationException("WireMock asks for the answer to a request that it was not handed.");
        var response = (await turn.AnswerAsync()).Response;
        turn.TakeOver();
        var message = new ResponseMessage { StatusCode = response.Status };
        foreach (var group in response.Headers.GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase))
        {
            message.Headers![group.Key] = new WireMockList<string>([.. group.Select(header => header.Value)]);
        }

        if (StubSending.HasBody(response.Status))
        {
            message.BodyData = BodyOf(response);
        }

        return message;
    }

    public async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        using var turn = new StubTurn(context, time, stop);
        try
        {
            await turn.ReadAsync(routes);
            if (context.Request.Path.StartsWithSegments(Administration, StringComparison.OrdinalIgnoreCase))
            {
                if (!MayAdminister(turn.Request))
                {
                    // To everybody but a person at this machine during a pause, WireMock is not there.
                    context.Request.Path = "/";
                }
                else if (!LooksOrAdds(context.Request))
                {
                    context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                    await context.Response.WriteAsync(Refusal, stop);
                    return;
                }
            }

            Current.Value = turn;
            context.Request.Body = new MemoryStream(turn.Request.Body);
            await next(context);
            await turn.FinishAsync();
        }
        catch (OperationCanceledException) when (turn.IsOver)
        {
            context.Abort();
        }
        catch (Exception) when (turn.Exchange is null && !turn.IsOver)
        {
            // WireMock cannot take in every request that a service provider may send: a form field that comes twice, a strange address.
            // A fake answers them all.
            journal.Add(await turn.AnswerAsync());
            await turn.SendAsync();
        }
        finally
        {
            Current.Value = null;
        }
    }

    /// <summary>Puts what WireMock logs in the journal. It logs before it sends.</summary>
    public void WriteDown(NotifyCollectionChangedEventArgs change)
    {
        foreach (var entry in change.NewItems?.OfType<ILogEntry>() ?? [])
        {
            // Beside ours there may be a mapping that a person added while the run is paused.
            if (Current.Value is { } turn)
            {
                journal.Add(turn.Exchange ?? new StubExchange(turn.Request, ResponseOf(entry.ResponseMessage), time.GetUtcNow() - turn.Request.Started));
            }
        }
    }

    // A page of another site that a browser here shows can reach loopback, but not under a loopback name of its own choice.
    private bool MayAdminister(StubRequest request) => IsOpen && !request.IsTls && request.Host is "127.0.0.1" or "localhost";

    // What takes mappings away, resets or saves would leave the run without its fakes, or files on the disk.
    private static bool LooksOrAdds(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
        || (HttpMethods.IsPost(request.Method) && request.Path.Equals($"{Administration}/mappings", StringComparison.OrdinalIgnoreCase));

    // Text as text, so that a person reads it in the log; but only if it comes out as the same octets.
    private static BodyData BodyOf(StubResponse response)
    {
        var text = Utf8.GetString(response.Body);
        return Utf8.GetBytes(text).AsSpan().SequenceEqual(response.Body)
            ? new BodyData { DetectedBodyType = BodyType.String, BodyAsString = text, Encoding = Utf8 }
            : new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = response.Body };
    }

    private static StubResponse ResponseOf(IResponseMessage? message) => new()
    {
        Status = message?.StatusCode is { } status ? Convert.ToInt32(status, System.Globalization.CultureInfo.InvariantCulture) : StatusCodes.Status200OK,
        Headers = [.. (message?.Headers ?? new Dictionary<string, WireMockList<string>>()).SelectMany(header => header.Value, (header, value) => new Network.HttpHeader(header.Key, value))],
        Body = message?.BodyData?.BodyAsBytes ?? Utf8.GetBytes(message?.BodyData?.BodyAsString ?? string.Empty),
    };
}
