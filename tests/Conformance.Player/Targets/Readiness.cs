using System.Net.Security;

namespace Conformance.Player.Targets;

/// <summary>Waits until a target answers.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks the URL until it answers with a status below 500.</summary>
    /// <returns><c>null</c> when it is ready; else the last thing that went wrong.</returns>
    public static async Task<string?> WaitAsync(
        string url, TimeSpan within, Func<bool> stillRuns, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var http = Client();
        using var limit = new CancellationTokenSource(within, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var timer = new PeriodicTimer(Pause, clock);
        var last = "no answer";
        try
        {
            do
            {
                if (!stillRuns())
                {
                    return "the program ended";
                }

                try
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, url);
                    using var response = await http.SendAsync(request, either.Token);
                    if ((int)response.StatusCode < 500)
                    {
                        return null;
                    }

                    last = $"status {(int)response.StatusCode}";
                }
                catch (HttpRequestException exception)
                {
                    last = (exception.InnerException ?? exception).Message;
                }
            }
            while (await timer.WaitForNextTickAsync(either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over; the last trouble says why.
        }

        return last;
    }

    // Any certificate will do: nothing is told to the service provider here, and CTL-01 asks next whether its certificate is trusted or waived.
    private static HttpMessageInvoker Client() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null },
    });
}
