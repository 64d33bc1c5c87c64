using System.Text;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Web;
using Conformance.Scim;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Scim;

/// <summary>SCIM over HTTP: who asks, and in which form requests come and answers go. The token tells the company.</summary>
internal sealed class ScimEndpoint(Service service)
{
    private const string Bearer = "Bearer ";
    private readonly ScimService _scim = new(service.Memory.Scim, service.Blueprint.Scim);

    /// <summary>Dialpad's base URL is <c>/scim</c>, that of others has the version in it, which is optional (RFC 7644 3.13).</summary>
    public static string BasePathOf(Dress dress) => dress == Dress.Dialpad ? "/scim" : "/scim/v2";

    public static bool IsAt(string path) => path == "/scim" || path.StartsWith("/scim/", StringComparison.Ordinal);

    public async Task HandleAsync(Exchange exchange)
    {
        var request = exchange.Http.Request;
        var sent = request.Headers.Authorization.ToString();
        var text = sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? sent[Bearer.Length..].Trim() : null;
        var token = text is null ? null : service.Tokens.Find(text, service.Blueprint.Scim.HonoursRevocation);
        var company = token is null ? null : service.Companies.FindByKey(token.Company);
        if (company?.Configuration.Dress != exchange.Site.Dress || !service.Blueprint.Scim.Admits(text, token))
        {
            company = service.Blueprint.Scim.Admits(text, null) ? service.Companies.Of(exchange.Site.Dress).FirstOrDefault() : null;
        }

        if (company is null)
        {
            exchange.Http.Response.Headers.WWWAuthenticate = "Bearer realm=\"scim\"";
            await WriteAsync(exchange, service.Blueprint.Scim.Write(Blank(exchange), ScimAnswer.Refused(401, null, "A valid API key is needed as bearer token.")));
            return;
        }

        await WriteAsync(exchange, await AnswerAsync(exchange, company, token));
    }

    private ScimCall Blank(Exchange exchange) => new()
    {
        Method = exchange.Http.Request.Method,
        Path = PathOf(exchange.Path),
        Query = new Dictionary<string, string>(),
        Headers = new Dictionary<string, string>(),
        Company = service.Companies.All.First(),
        BaseUrl = exchange.Site.Pages + BasePathOf(exchange.Site.Dress),
        Now = exchange.Now,
    };

    private async Task<ScimAnswer> AnswerAsync(Exchange exchange, Company company, ScimToken? token)
    {
        var request = exchange.Http.Request;
        var body = "";
        if (request.Method is "POST" or "PUT" or "PATCH")
        {
            if (request.ContentLength > ScimBulk.LargestPayload)
            {
                return ScimAnswer.Refused(413, null, $"A body has at most {ScimBulk.LargestPayload} bytes.");
            }

            if (!ScimMediaTypes.IsJson(request.ContentType))
            {
                return ScimAnswer.Refused(415, null, $"Send {ScimMediaTypes.Scim}.");
            }

            using var reader = new StreamReader(request.Body, Encoding.UTF8);
            body = await reader.ReadToEndAsync(exchange.Http.RequestAborted);
        }

        return await _scim.AnswerAsync(
            Blank(exchange) with
            {
                Query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                Headers = request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                BodyText = body,
                Company = company,
                MayWrite = token?.MayWrite ?? true,
            },
            exchange.Http.RequestAborted);
    }

    private static string[] PathOf(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is ["scim", "v2", ..] ? parts[2..] : parts[1..];
    }

    private static Task WriteAsync(Exchange exchange, ScimAnswer answer)
    {
        var response = exchange.Http.Response;
        response.StatusCode = answer.Status;
        response.Headers.CacheControl = "no-store";
        if (answer.Location is { } location)
        {
            response.Headers.Location = location;
        }

        if (answer.EntityTag is { } tag)
        {
            response.Headers.ETag = tag;
        }

        if (answer.Allow is { } allow)
        {
            response.Headers.Allow = allow;
        }

        var text = answer.Text ?? (answer.Body is { } body ? ScimJson.Write(body) : null);
        if (text is null)
        {
            return Task.CompletedTask;
        }

        response.ContentType = answer.ContentType;
        return HttpMethods.IsHead(exchange.Http.Request.Method) ? Task.CompletedTask : response.WriteAsync(text, exchange.Http.RequestAborted);
    }
}
