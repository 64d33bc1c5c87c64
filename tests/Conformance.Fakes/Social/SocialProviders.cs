using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Conformance.Fakes.Stubs;
using Conformance.Saml.Forging;

namespace Conformance.Fakes.Social;

/// <summary>Look-alikes of "Log in with Google" and "Log in with Microsoft": whoever types an address is believed (RFC 6749 4.1).</summary>
public sealed class SocialProviders : IDisposable
{
    private static readonly (string Host, string Path, string Name, string Label)[] Pages =
    [
        ("accounts.google.com", "/o/oauth2/v2/auth", "Google", "Email or phone"),
        ("login.microsoftonline.com", "/common/oauth2/v2.0/authorize", "Microsoft", "Email, phone, or Skype"),
    ];

    private static readonly (string Host, string Path)[] Tokens =
    [
        ("oauth2.googleapis.com", "/token"),
        ("login.microsoftonline.com", "/common/oauth2/v2.0/token"),
    ];

    private readonly ConcurrentDictionary<string, string> _emailByCode = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<IDisposable> _routes;
    private readonly IdSource _ids;

    private SocialProviders(IStubHost host, IdSource ids)
    {
        _ids = ids;
        _routes =
        [
            .. Pages.Select(page => host.Handle(StubRoute.Exact(page.Path, page.Host), (request, _) => ValueTask.FromResult(Authorize(request, page.Name, page.Label)))),
            .. Tokens.Select(token => host.Handle(StubRoute.Exact(token.Path, token.Host), (request, _) => ValueTask.FromResult(Redeem(request)))),
        ];
    }

    /// <summary>The host names that they answer at.</summary>
    public static IReadOnlyList<string> Hosts { get; } = [.. Pages.Select(page => page.Host).Concat(Tokens.Select(token => token.Host)).Distinct(StringComparer.Ordinal)];

    /// <summary>Puts them under a host; disposing ends it.</summary>
    /// <param name="host">Answers at <see cref="Hosts"/>.</param>
    /// <param name="ids">Where codes come from.</param>
    public static SocialProviders Attach(IStubHost host, IdSource ids) => new(host, ids);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var route in _routes)
        {
            route.Dispose();
        }
    }

    private StubResponse Authorize(StubRequest request, string name, string label)
    {
        if (request.Query("redirect_uri") is not { } back)
        {
            return StubResponse.Text("redirect_uri is missing", 400);
        }

        if (request.Method == "POST" && request.Form("email") is { Length: > 0 } email)
        {
            var code = _ids.Next();
            _emailByCode[code] = email;
            return StubResponse.Redirect($"{back}?code={code}&state={Uri.EscapeDataString(request.Query("state") ?? string.Empty)}", 303);
        }

        return StubResponse.Html(
            $"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Sign in – {name}</title><link rel="icon" href="data:,"></head><body><main>
            <h1>Sign in with {name}</h1><p>A look-alike on the bench.</p>
            <form method="post" action="{WebUtility.HtmlEncode(request.RawTarget)}"><label for="email">{label}</label>
            <input id="email" name="email" type="text"><button type="submit">Next</button></form></main></body></html>
            """);
    }

    private StubResponse Redeem(StubRequest request) => _emailByCode.TryRemove(request.Form("code") ?? string.Empty, out var email)
        ? StubResponse.Json(JsonSerializer.Serialize(new { access_token = _ids.Next(), token_type = "Bearer", email }))
        : StubResponse.Json("""{"error":"invalid_grant"}""", 400);
}
