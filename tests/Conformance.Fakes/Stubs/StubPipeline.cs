using Conformance.Fakes.Network;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conformance.Fakes.Stubs;

/// <summary>What happens to one request: read, routed, answered, written down, sent.</summary>
internal sealed class StubPipeline(StubRoutes routes, StubJournal journal, TimeProvider time, CancellationToken stop)
{
    public async Task HandleAsync(HttpContext context)
    {
        var wire = context.Features.GetRequiredFeature<StubWire>();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stop);
        var timestamp = time.GetTimestamp();
        var head = HttpHead.Parse(wire.Input.TakeConsumed());
        wire.Input.IsRecording = false;
        try
        {
            var request = new StubRequest
            {
                RequestLine = head.StartLine,
                Headers = head.Headers,
                Body = [],
                IsTls = wire.IsTls,
                ConnectionId = context.Connection.Id,
                Started = time.GetUtcNow(),
            };
            var exchange = await AnswerAsync(request, context.Request.Body, ended.Token);
            exchange = exchange with { Duration = time.GetElapsedTime(timestamp) };
            journal.Add(exchange);
            await SendAsync(exchange.Response, context, wire, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // Nobody is left to answer: the client went away or the host stops.
            context.Abort();
        }
        finally
        {
            wire.Input.IsRecording = true;
        }
    }

    private async Task<StubExchange> AnswerAsync(StubRequest request, Stream body, CancellationToken cancellationToken)
    {
        StubRoute? route = null;
        try
        {
            request = request with { Body = await ReadAsync(body, cancellationToken) };
            if (routes.Find(request) is not { } found)
            {
                return new StubExchange(request, StubResponse.Text($"Nothing stands at {request.Method} {request.Url}.\n", 404), default);
            }

            (route, var handler, request) = found;
            var response = await handler(request, cancellationToken);
            if (response.Delay > TimeSpan.Zero)
            {
                await Task.Delay(response.Delay, time, cancellationToken);
            }

            return new StubExchange(request, response, default) { Route = route };
        }
        catch (BadHttpRequestException refused)
        {
            return new StubExchange(request, StubResponse.Text(refused.Message, refused.StatusCode), default);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // A fake that breaks must not look like a service provider that fails: the journal keeps the error for the player.
            return new StubExchange(request, StubResponse.Text("The stub failed.\n", 500), default) { Route = route, Error = error };
        }
    }

    private static async Task<byte[]> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using var octets = new MemoryStream();
        await body.CopyToAsync(octets, cancellationToken);
        return octets.ToArray();
    }

    private static async Task SendAsync(StubResponse response, HttpContext context, StubWire wire, CancellationToken cancellationToken)
    {
        switch (response.Fault)
        {
            case { Kind: StubFaultKind.ResetConnection }:
                context.Abort();
                return;
            case { Kind: StubFaultKind.HangUntilCancelled }:
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return;
            case { Kind: StubFaultKind.EmptyReply }:
                wire.Output.IsSevered = true;
                break;
            default:
                break;
        }

        WriteHead(response, context.Response, wire.Output.IsSevered);
        if (HttpMethods.IsHead(context.Request.Method) || !HasBody(response.Status))
        {
            return;
        }

        var arriving = response.Fault is { Kind: StubFaultKind.TruncateBody or StubFaultKind.HangInBody }
            ? Math.Min(response.Fault.BodyOctets, response.Body.Length)
            : response.Body.Length;
        await context.Response.Body.WriteAsync(response.Body.AsMemory(0, arriving), cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
        if (response.Fault is { Kind: StubFaultKind.HangInBody })
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        if (arriving < response.Body.Length)
        {
            wire.Output.IsSevered = true;
            await context.Response.Body.WriteAsync(response.Body.AsMemory(arriving), cancellationToken);
        }
    }

    private static void WriteHead(StubResponse response, HttpResponse head, bool closes)
    {
        head.StatusCode = response.Status;
        foreach (var group in response.Headers.GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase))
        {
            head.Headers[group.Key] = group.Select(header => header.Value).ToArray();
        }

        if (HasBody(response.Status))
        {
            head.Headers.ContentLength = response.Body.Length;
        }

        if (closes || response.Fault is not null)
        {
            head.Headers.Connection = "close";
        }
    }

    // RFC 9110 15: these have none, and Kestrel insists.
    private static bool HasBody(int status) => status is >= 200 and not 204 and not 205 and not 304;
}
