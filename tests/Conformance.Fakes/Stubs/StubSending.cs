using Microsoft.AspNetCore.Http;

namespace Conformance.Fakes.Stubs;

/// <summary>Puts an answer on the wire, with the fault that it was given.</summary>
internal static class StubSending
{
    public static async Task SendAsync(StubResponse response, HttpContext context, StubWire wire, CancellationToken cancellationToken)
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
    public static bool HasBody(int status) => status is >= 200 and not 204 and not 205 and not 304;
}
