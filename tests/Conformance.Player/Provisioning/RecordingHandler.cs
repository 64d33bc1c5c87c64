using Conformance.Fakes.ScimServer;
using Conformance.Scim;

namespace Conformance.Player.Provisioning;

/// <summary>Writes down what a client of ours sends and is answered, without its token.</summary>
internal sealed class RecordingHandler(HttpMessageInvoker inner, TimeProvider clock) : HttpMessageHandler
{
    private static readonly string[] Endpoints = ["/Users", "/Groups", "/ServiceProviderConfig", "/Schemas", "/ResourceTypes", "/Bulk"];
    private readonly Lock _gate = new();
    private readonly List<ScimTraffic> _traffic = [];

    public IReadOnlyList<ScimTraffic> Traffic
    {
        get
        {
            lock (_gate)
            {
                return [.. _traffic];
            }
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var text = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        var status = 0;
        string? created = null;
        try
        {
            var response = await inner.SendAsync(request, cancellationToken);
            status = (int)response.StatusCode;
            created = status == 201 ? await CreatedAsync(response, cancellationToken) : null;
            return response;
        }
        finally
        {
            lock (_gate)
            {
                _traffic.Add(Entry(request, text, status) with { CreatedId = created });
            }
        }
    }

    private static async Task<string?> CreatedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        return ScimJson.Text(ScimJson.TryParseObject(await response.Content.ReadAsStringAsync(cancellationToken)), "id")
            ?? response.Headers.Location?.ToString().Split('/')[^1];
    }

    private ScimTraffic Entry(HttpRequestMessage request, string text, int status)
    {
        var path = request.RequestUri!.AbsolutePath;

        // Base URLs differ; what is below them begins with the endpoint of a resource type, RFC 7644 3.2.
        var begins = Endpoints.Select(part => path.IndexOf(part, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(0).Min();
        var query = request.RequestUri.Query.TrimStart('?');
        return new ScimTraffic
        {
            At = clock.GetUtcNow(),
            Method = request.Method.Method,
            Path = path[begins..],
            RawQuery = query,
            Filter = query.Split('&').Where(field => field.StartsWith("filter=", StringComparison.Ordinal)).Select(field => Uri.UnescapeDataString(field["filter=".Length..])).FirstOrDefault(),
            Headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []).Where(header => header.Key != "Authorization")
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            IsAuthorized = status is not 401,
            Text = text,
            Body = ScimJson.TryParse(text),
            Status = status,
        };
    }
}
