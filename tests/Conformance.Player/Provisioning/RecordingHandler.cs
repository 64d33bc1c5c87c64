using System.Text;
using Conformance.Fakes.ScimServer;
using Conformance.Player.Drivers;
using Conformance.Scim;

namespace Conformance.Player.Provisioning;

/// <summary>Writes down what a client of ours sends and is answered, without its token.</summary>
internal sealed class RecordingHandler(HttpMessageInvoker inner, DriverLimits limits, TimeProvider clock) : HttpMessageHandler
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
            if (status == 201)
            {
                // Whatever its body is like: what stands in Location has been made, and has to go again.
                created = LocationOf(response);
                await BodyCap.KeepAsync(response.Content, limits, cancellationToken);
                created = await IdInBodyAsync(response, cancellationToken) ?? created;
            }

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

    // Not by the charset that the answer claims: JSON is UTF-8, and a charset that does not exist is no reason to read nothing.
    private static async Task<string?> IdInBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        ScimJson.Text(ScimJson.TryParseObject(Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken))), "id");

    private static string? LocationOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Location", out var locations) && locations.First().TrimEnd('/').Split('/') is [.., { Length: > 0 } last]
            ? Uri.UnescapeDataString(last)
            : null;

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
