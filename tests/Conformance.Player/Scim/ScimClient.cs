using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Player.Drivers;
using Conformance.Player.Playing;
using Conformance.Scim;

namespace Conformance.Player.Scim;

/// <summary>The provisioning client of one play: sends requests, remembers what it has made, and takes it away again.</summary>
internal sealed class ScimClient(ScimAccess access, IDriver driver, TimeProvider clock)
{
    private const int MostTries = 4;
    private static readonly TimeSpan QuickFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    public ScimAccess Access => access;

    public ScimRegistry Registry { get; } = new();

    public IReadOnlyList<Hop> Hops => driver.Hops;

    /// <summary>Sends a request; waits where the server says that it is too fast.</summary>
    /// <exception cref="PlayException">The request would change what this play has not made.</exception>
    public async Task<ScimReply> SendAsync(ScimRequest request, CancellationToken cancellationToken)
    {
        Guard(request);
        for (var tries = 1; ; tries++)
        {
            var body = request.Body is null ? null : Encoding.UTF8.GetBytes(request.Body);
            var hop = await driver.RequestAsync(new RawRequest(request.Method, access.Url + request.Path, Headers(request), body), cancellationToken);
            if (hop.Status == 0 && tries == 1 && hop.Took < QuickFailure && request.Method is "GET" or "HEAD")
            {
                // A server may close an idle connection in the very moment in which the next request takes it; asking again harms nobody.
                continue;
            }

            if (hop.Status != 429 || tries == MostTries)
            {
                var reply = new ScimReply(hop, request.Body is null ? null : ScimJson.TryParseObject(request.Body));
                Remember(request, reply);
                return reply;
            }

            using var timer = new PeriodicTimer(Wait(hop.ResponseHeader("Retry-After"), tries), clock);
            _ = await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>Deletes what the play has made, the last first. Gives what is left, in words.</summary>
    public async Task<IReadOnlyList<string>> CleanUpAsync(CancellationToken cancellationToken)
    {
        foreach (var (type, name, by) in Registry.Unanswered)
        {
            await LookForAsync(type, name, by, cancellationToken);
        }

        var left = new List<string>();
        foreach (var created in Registry.Created.Reverse())
        {
            var path = $"/{created.Type}/{Uri.EscapeDataString(created.Id)}";
            var reply = await SendAsync(new ScimRequest("DELETE", path) { By = created.By }, cancellationToken);
            if (reply.Status is not (404 or (>= 200 and < 300)))
            {
                left.Add($"{reply.Hop.Method} {path} is answered {reply.Status}");
            }
        }

        return left;
    }

    /// <summary>How long to wait as a Retry-After asks for; where it says nothing that can be read, longer each time.</summary>
    internal static TimeSpan Wait(string? retryAfter, int tries)
    {
        var seconds = double.TryParse(retryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : tries;

        // More digits than a time span has are no reason to give up.
        return TimeSpan.FromSeconds(Math.Clamp(seconds, 1, LongestWait.TotalSeconds));
    }

    private async Task LookForAsync(string type, string name, string by, CancellationToken cancellationToken)
    {
        if (!name.Contains(access.Marker, StringComparison.Ordinal))
        {
            return;
        }

        var attribute = type == "Users" ? "userName" : "displayName";
        var filter = Uri.EscapeDataString($"{attribute} eq {JsonValue.Create(name).ToJsonString()}");
        var reply = await SendAsync(new ScimRequest("GET", $"/{type}?filter={filter}") { By = by }, cancellationToken);
        foreach (var resource in reply.List?.Resources.Where(resource => ScimJson.Text(resource, attribute) == name) ?? [])
        {
            if (ScimJson.Text(resource, "id") is { } id)
            {
                Registry.Found(new ScimCreated(type, id, by));
            }
        }
    }

    private void Remember(ScimRequest request, ScimReply reply)
    {
        var segments = request.Segments;
        switch (request.Method, segments)
        {
            case ("POST", ["Users" or "Groups"]):
                Registry.Heard(segments[0], request.By, reply);
                break;
            case ("DELETE", ["Users" or "Groups", var id]) when reply.IsSuccess:
                Registry.Gone(Uri.UnescapeDataString(id));
                break;
            case ("POST", ["Bulk"]):
                ScimBulkReplies.Remember(Registry, request.By, reply);
                break;
            default:
                break;
        }
    }

    private void Guard(ScimRequest request)
    {
        if (request.Method is "GET" or "HEAD" || request.Segments is [.., ".search"])
        {
            return;
        }

        var changed = request.Segments is ["Users" or "Groups", var id] && request.Method != "POST" ? [id]
            : request.Segments is ["Bulk"] ? ScimBulkReplies.Changed(request)
            : request.Segments is ["Users" or "Groups"] && request.Method != "POST" ? ["*"]
            : (IReadOnlyList<string>)[];
        if (changed.FirstOrDefault(one => !Registry.MayChange(Uri.UnescapeDataString(one))) is { } foreign)
        {
            throw new PlayException(
                request.Location, $"{request.Method} {request.Path} would change \"{foreign}\", which this scenario has not made; it may only change what one of its own requests has created");
        }
    }

    private List<KeyValuePair<string, string>> Headers(ScimRequest request)
    {
        var headers = new List<KeyValuePair<string, string>> { new("Accept", ScimMediaTypes.Scim), new("User-Agent", "conformance-scim-client") };
        if (access.Authorization(request.By) is { } authorization)
        {
            headers.Add(new("Authorization", authorization));
        }

        // On plain HTTP a connection costs nothing, and one of its own cannot be closed by the server in the moment in which it is taken again.
        if (access.Url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            headers.Add(new("Connection", "close"));
        }

        if (request.Body is not null)
        {
            headers.Add(new("Content-Type", ScimMediaTypes.Scim));
        }

        foreach (var (name, value) in request.Headers)
        {
            _ = headers.RemoveAll(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase));
            headers.Add(new(name, value));
        }

        return headers;
    }
}
