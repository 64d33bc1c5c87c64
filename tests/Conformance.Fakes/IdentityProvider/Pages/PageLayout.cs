using System.Net;

namespace Conformance.Fakes.IdentityProvider.Pages;

/// <summary>What all pages of one look share. Nothing is loaded from anywhere.</summary>
internal sealed class PageLayout(IdentityProviderSettings settings)
{
    private const string Shared = """
        *{box-sizing:border-box}
        body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:1rem;padding:2rem 1rem;line-height:1.45}
        main{width:100%;max-width:28rem}
        main.wide{max-width:52rem}
        h1{font-size:1.5rem;font-weight:600;margin:0 0 1rem}
        h2{font-size:1rem;margin:1.5rem 0 .5rem}
        label{display:block;margin:1rem 0 .25rem}
        input[type=text],input[type=password]{width:100%;font:inherit;padding:.5rem}
        button{font:inherit;cursor:pointer;border:0}
        :focus-visible{outline:3px solid #8a5cf6;outline-offset:2px}
        .organisation{font-weight:600;margin:0 0 1rem}
        .actions{margin-top:1.5rem}
        .alert{overflow-wrap:anywhere}
        .tiles{list-style:none;margin:1.5rem 0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:1rem}
        .tiles a{display:flex;flex-direction:column;align-items:center;gap:.75rem;padding:1.25rem .5rem;text-align:center;text-decoration:none;color:inherit;overflow-wrap:anywhere}
        .tiles a:before{content:attr(data-initial) / "";display:grid;place-items:center;width:3rem;height:3rem;font-size:1.5rem}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0;font-size:.875rem}
        dt{font-weight:600}
        dd{margin:0;overflow-wrap:anywhere}
        footer{font-size:.8rem;max-width:28rem;text-align:center}
        """;

    private const string Plain = """
        body{font-family:system-ui,sans-serif;background:#f4f4f2;color:#222}
        main{background:#fff;border:1px solid #c9c9c4;border-radius:.5rem;padding:2rem}
        input[type=text],input[type=password]{border:1px solid #767676;border-radius:.25rem}
        button{background:#2f4858;color:#fff;padding:.6rem 1.5rem;border-radius:.25rem}
        .alert{background:#fdecea;border-left:4px solid #b3261e;padding:.75rem}
        .tiles a{border:1px solid #c9c9c4;border-radius:.5rem}
        .tiles a:before{background:#e4e9ec;border-radius:50%}
        footer{color:#5c5c5c}
        """;

    private const string JumpCloud = """
        body{font-family:system-ui,sans-serif;background:linear-gradient(160deg,#0d2b36 0 45%,#f2f6f7 45%);color:#1c3038}
        main{background:#fff;border-radius:.75rem;padding:2.5rem;box-shadow:0 .5rem 2rem #0d2b3633}
        main:before{content:"";display:block;height:.35rem;margin:-2.5rem -2.5rem 2rem;background:#1f9e8f;border-radius:.75rem .75rem 0 0}
        input[type=text],input[type=password]{border:1px solid #71868e;border-radius:.375rem;padding:.65rem}
        button{width:100%;background:#0f766b;color:#fff;padding:.75rem;border-radius:.375rem;font-weight:600}
        .alert{background:#fdf0ee;color:#8c1d12;border-radius:.375rem;padding:.75rem}
        .tiles a{border:1px solid #d3dee2;border-radius:.75rem}
        .tiles a:before{background:#0d2b36;color:#fff;border-radius:.75rem}
        footer{color:#40555e}
        """;

    private const string Entra = """
        body{font-family:"Segoe UI",system-ui,sans-serif;background:linear-gradient(135deg,#e8eef6,#f7f3ee);color:#1b1b1b}
        main{background:#fff;padding:2.75rem;box-shadow:0 2px 6px #0003}
        .organisation{color:#5e5e5e}
        input[type=text],input[type=password]{border:0;border-bottom:1px solid #666;padding:.5rem 0}
        .actions{display:flex;justify-content:flex-end}
        button{background:#0067b8;color:#fff;min-width:7rem;padding:.5rem 1rem}
        a{color:#0067b8}
        .alert{color:#a4262c}
        .tiles a{background:#f6f8fa}
        .tiles a:before{background:#0067b8;color:#fff}
        footer{color:#4a4a4a}
        """;

    private readonly string _css = Shared + "\n" + settings.Look switch
    {
        IdpLook.JumpCloud => JumpCloud,
        IdpLook.Entra => Entra,
        _ => Plain,
    };

    public string Render(string kind, string title, string heading, string content, bool wide) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="{IdpPages.MetaName}" content="{kind}">
        <link rel="icon" href="data:,">
        <title>{Encode(title)} – {Encode(settings.Organisation)}</title>
        <style>
        {_css}
        </style>
        </head>
        <body>
        <main{(wide ? " class=\"wide\"" : "")}>
        <p class="organisation">{Encode(settings.Organisation)}</p>
        <h1>{Encode(heading)}</h1>
        {content}
        </main>
        <footer>{Encode(settings.Name)}: a stand-in that conformance checks run against.</footer>
        </body>
        </html>
        """;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
