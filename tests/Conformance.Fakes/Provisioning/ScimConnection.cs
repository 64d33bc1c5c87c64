using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Fakes.Provisioning;

/// <summary>The way to one SCIM server: base URL and token. The token is in nothing that can be printed.</summary>
public sealed class ScimConnection(HttpMessageInvoker http, string baseUrl, string token, TimeProvider time)
{
    private const int LargestBody = 32 * 1024 * 1024;
    private const int Shown = 2000;
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The base URL as the administrator typed it.</summary>
    public string BaseUrl => baseUrl;

    /// <summary>How long an answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How it behaves beside what its vendor decides.</summary>
    public ClientHabits Habits { get; init; } = ClientHabits.Sound;

    /// <summary>Whether a query of the base URL (Entra's <c>?aadOptscim062020</c>) goes with every request. [M]</summary>
    public bool RepeatsQueryOfBaseUrl { get; init; } = true;

    /// <inheritdoc/>
    public override string ToString() => baseUrl;

    internal async Task<ScimAnswer> SendAsync(
        HttpMethod method, string path, IReadOnlyList<KeyValuePair<string, string>> query, JsonObject? body, string? ifMatch, CancellationToken cancellationToken)
    {
        var address = Address(path, query);
        var answer = await SendToAsync(method, address, body, ifMatch, cancellationToken);
        if (answer.Redirect is { } redirect && Habits.FollowsRedirects)
        {
            answer = await SendToAsync(method, redirect, body, ifMatch, cancellationToken);
        }

        return answer.Answer;
    }

    private async Task<(ScimAnswer Answer, string? Redirect)> SendToAsync(
        HttpMethod method, string address, JsonObject? body, string? ifMatch, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
            if (Habits.SendsTokenInHeader)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }

            request.Headers.TryAddWithoutValidation("Accept", "application/scim+json");
            if (ifMatch is not null)
            {
                request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
            }

            if (body is not null)
            {
                request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString(AsWritten)));
                request.Content.Headers.TryAddWithoutValidation("Content-Type", Habits.ContentType);
            }

            using var response = await http.SendAsync(request, limit.Token);
            var bytes = await ReadAsync(response, limit.Token);
            var redirect = (int)response.StatusCode is 301 or 302 or 307 or 308 ? response.Headers.Location?.ToString() : null;
            return (Understand(response, bytes), redirect);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (new ScimAnswer { Trouble = "Timeout", Text = $"no answer within {Timeout.TotalSeconds:0} s" }, null);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return (new ScimAnswer { Trouble = "WebExceptionProtocolError", Text = exception.Message }, null);
        }
    }

    private ScimAnswer Understand(HttpResponseMessage response, byte[] bytes)
    {
        var status = (int)response.StatusCode;
        var text = Encoding.UTF8.GetString(bytes);
        var json = Parse(text);
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        var isReadable = (bytes.Length == 0 ? Habits.TakesEmptyBodies || status == 204 : Habits.TakesPlainJson || mediaType == "application/scim+json")
            && (Habits.TakesUnknownAttributes || json is null || !json.Any(member => member.Key.StartsWith("urn:example", StringComparison.Ordinal)))
            && (Habits.TakesAnyCase || json is null || !json.ContainsKey("ID"));
        return new ScimAnswer
        {
            Status = status,
            Body = json,
            Text = text.Length <= Shown ? text : text[..Shown],
            IsSuccess = Habits.IsSuccess(status) && isReadable,
            RetryAfter = response.Headers.RetryAfter switch
            {
                { Delta: { } delta } => delta,
                { Date: { } date } => date - time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
                _ => null,
            },
            Version = response.Headers.ETag?.ToString(),
        };
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var memory = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (memory.Length + read > LargestBody)
            {
                throw new IOException($"The answer is longer than {LargestBody} octets.");
            }

            await memory.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return memory.ToArray();
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, null, new JsonDocumentOptions { MaxDepth = 64 }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Address(string path, IReadOnlyList<KeyValuePair<string, string>> query)
    {
        var parts = baseUrl.Split('?', 2);
        var fields = query.Select(field => $"{field.Key}={(Habits.EncodesFilters ? Uri.EscapeDataString(field.Value) : field.Value.Replace(' ', '+').Replace("\"", "%22", StringComparison.Ordinal))}").ToList();
        if (!Habits.SendsTokenInHeader)
        {
            fields.Add($"access_token={token}");
        }

        if (parts.Length == 2 && RepeatsQueryOfBaseUrl)
        {
            fields.Add(parts[1]);
        }

        return parts[0].TrimEnd('/') + path + (fields.Count == 0 ? string.Empty : "?" + string.Join('&', fields));
    }
}
