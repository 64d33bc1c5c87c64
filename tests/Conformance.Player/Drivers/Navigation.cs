using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Player.Drivers;

/// <summary>One top-level request of a page load: what it sends and what started it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">Where to.</param>
/// <param name="Initiator">The page that started the navigation; <c>null</c> when a person typed the address.</param>
/// <param name="Body">The body; <c>null</c> when there is none.</param>
/// <param name="Referer">The page whose origin goes along as Referer and Origin.</param>
internal sealed partial record Navigation(HttpMethod Method, Uri Url, Uri? Initiator, byte[]? Body, Uri? Referer)
{
    private const string Hex = "0123456789ABCDEF";

    /// <summary>What a browser says of itself with every request. Sessions may be bound to it.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> OfItself { get; } =
    [
        new("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"),
        new("Accept-Language", "en"),
    ];

    public string? ContentType { get; init; }

    public string Accept { get; init; } = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    public bool CameByRedirect { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>>? Headers { get; init; }

    public static Navigation To(FormSubmission form, Uri from)
    {
        if (form.Method == HttpMethod.Get)
        {
            var query = form.Fields.Count == 0 ? form.Action.Query.TrimStart('?') : Encode(form.Fields);
            return new Navigation(HttpMethod.Get, new UriBuilder(form.Action) { Query = query }.Uri, from, null, from);
        }

        return form.File is { } file
            ? Multipart(form, file, from)
            : new Navigation(HttpMethod.Post, form.Action, from, Encoding.ASCII.GetBytes(Encode(form.Fields)), from)
            {
                ContentType = "application/x-www-form-urlencoded",
            };
    }

    public HttpRequestMessage ToRequest(CookieJar cookies, IReadOnlyList<KeyValuePair<string, string>> ofItself)
    {
        var request = new HttpRequestMessage(Method, Url) { Version = System.Net.HttpVersion.Version11 };
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Body);
            if (ContentType is not null)
            {
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
            }
        }

        if (Headers is not null)
        {
            foreach (var header in Headers.Where(h => !request.Headers.TryAddWithoutValidation(h.Key, h.Value)))
            {
                request.Content ??= new ByteArrayContent([]);
                request.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }
        else
        {
            request.Headers.TryAddWithoutValidation("Accept", Accept);
            request.Headers.TryAddWithoutValidation("Upgrade-Insecure-Requests", "1");
            AddOrigin(request);
        }

        // A raw request has the headers that it names; without a user agent it would be turned away by many as a robot's.
        foreach (var header in ofItself.Where(header => Headers is null || (header.Key.Equals("User-Agent", StringComparison.OrdinalIgnoreCase) && !request.Headers.Contains(header.Key))))
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        var cookie = cookies.HeaderFor(Url, Method, Initiator);
        if (cookie.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
        }

        return request;
    }

    // strict-origin-when-cross-origin, what browsers do without a policy of the page's own.
    private void AddOrigin(HttpRequestMessage request)
    {
        var site = Initiator is null ? "none" : SameOrigin(Initiator, Url) ? "same-origin" : Site.Same(Initiator, Url) ? "same-site" : "cross-site";
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Mode", "navigate");
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Dest", "document");
        if (Referer is null)
        {
            return;
        }

        var origin = Referer.GetLeftPart(UriPartial.Authority);
        var downgrade = Referer.Scheme == "https" && Url.Scheme == "http";
        if (!downgrade)
        {
            request.Headers.TryAddWithoutValidation("Referer", SameOrigin(Referer, Url) ? Referer.GetLeftPart(UriPartial.Query) : origin + "/");
        }

        if (Method == HttpMethod.Post)
        {
            // After a redirect to another origin the browser no longer vouches for the first one.
            request.Headers.TryAddWithoutValidation("Origin", downgrade || (CameByRedirect && !SameOrigin(Referer, Url)) ? "null" : origin);
        }
    }

    private static bool SameOrigin(Uri a, Uri b) =>
        string.Equals(a.GetLeftPart(UriPartial.Authority), b.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);

    private static string Encode(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var result = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            result.Append(result.Length == 0 ? string.Empty : "&").Append(FormEncode(name)).Append('=').Append(FormEncode(value));
        }

        return result.ToString();
    }

    // application/x-www-form-urlencoded as browsers write it: line breaks as CRLF, space as +, all but *-._ and alphanumerics escaped.
    private static string FormEncode(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var b in Encoding.UTF8.GetBytes(text.AsSpan().ContainsAny('\r', '\n') ? LineBreak().Replace(text, "\r\n") : text))
        {
            if (b is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9') or (byte)'*' or (byte)'-' or (byte)'.' or (byte)'_')
            {
                result.Append((char)b);
            }
            else if (b == (byte)' ')
            {
                result.Append('+');
            }
            else
            {
                result.Append('%').Append(Hex[b >> 4]).Append(Hex[b & 15]);
            }
        }

        return result.ToString();
    }

    [GeneratedRegex("\r\n|\r|\n")]
    private static partial Regex LineBreak();

    private static Navigation Multipart(FormSubmission form, FormFile file, Uri from)
    {
        const string boundary = "----ConformanceFormBoundary7MA4YWxkTrZu0gW";
        using var body = new MemoryStream();
        foreach (var (name, value) in form.Fields)
        {
            Write($"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }

        Write($"--{boundary}\r\nContent-Disposition: form-data; name=\"{file.Field}\"; filename=\"{file.Name}\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.Write(file.Content);
        Write($"\r\n--{boundary}--\r\n");
        return new Navigation(HttpMethod.Post, form.Action, from, body.ToArray(), from) { ContentType = $"multipart/form-data; boundary={boundary}" };

        void Write(string text) => body.Write(Encoding.UTF8.GetBytes(text));
    }
}
