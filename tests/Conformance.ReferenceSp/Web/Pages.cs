using System.Net;
using System.Security.Cryptography;
using Conformance.ReferenceSp.Companies;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Web;

/// <summary>The frame around every page.</summary>
internal static class Pages
{
    public static Task WriteAsync(Exchange exchange, Page page)
    {
        var response = exchange.Http.Response;
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        response.StatusCode = page.Status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "strict-origin";
        if (page.HasContentSecurityPolicy)
        {
            response.Headers.ContentSecurityPolicy =
                $"default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-{nonce}'; frame-ancestors 'none'; base-uri 'none'";
        }

        return response.WriteAsync(page.IsBare ? page.Body : Frame(exchange.Site, page, nonce), exchange.Http.RequestAborted);
    }

    public static string Encode(string? text) => WebUtility.HtmlEncode(text ?? "");

    private static string Frame(Site site, Page page, string nonce) =>
        $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{Encode(page.Title)}} · {{site.Product}}</title>
        <link rel="icon" href="data:,">
        <style>
        :root { --accent: {{Accent(site.Dress)}}; }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; font: 16px/1.5 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; color: #1d2433; background: #f3f5f9; }
        header { background: var(--accent); color: #fff; padding: 14px 24px; font-size: 20px; font-weight: 700; letter-spacing: .2px; }
        main { width: min(92vw, 560px); margin: 48px auto; padding: 32px 36px; background: #fff; border: 1px solid #dfe3ec; border-radius: 12px; box-shadow: 0 6px 24px rgba(20, 30, 60, .07); }
        h1 { margin: 0 0 16px; font-size: 26px; line-height: 1.25; overflow-wrap: anywhere; }
        h2 { margin: 28px 0 8px; font-size: 17px; }
        label { display: block; margin: 14px 0 4px; font-weight: 600; }
        input { width: 100%; padding: 10px 12px; font: inherit; border: 1px solid #8a94a8; border-radius: 8px; }
        button { width: 100%; margin-top: 18px; padding: 11px 16px; font: inherit; font-weight: 600; color: #fff; background: var(--accent); border: 0; border-radius: 8px; cursor: pointer; }
        button.second { color: var(--accent); background: #fff; border: 1px solid var(--accent); }
        td button { margin-top: 0; }
        :focus-visible { outline: 3px solid #ffbf47; outline-offset: 2px; }
        table { width: 100%; border-collapse: collapse; }
        th, td { padding: 8px 6px; text-align: left; vertical-align: top; border-bottom: 1px solid #e8ebf2; overflow-wrap: anywhere; }
        th { width: 42%; font-weight: 600; color: #4a5468; }
        .note { color: #4a5468; font-size: 14px; }
        .error { border-left: 4px solid #b3261e; padding: 10px 14px; background: #fdf1f0; overflow-wrap: anywhere; }
        a { color: var(--accent); }
        hr { border: 0; border-top: 1px solid #dfe3ec; margin: 26px 0 8px; }
        </style>
        </head>
        <body>
        <header>{{site.Product}}</header>
        <main>
        {{page.Body}}
        </main>
        {{(page.Script is { } script ? $"<script nonce=\"{nonce}\">{script}</script>" : "")}}
        </body>
        </html>
        """;

    private static string Accent(Dress dress) => dress switch
    {
        Dress.Aircall => "#00785f",
        Dress.JustCall => "#3455d1",
        Dress.Dialpad => "#6c3dd9",
        _ => "#2f4a6d",
    };
}
