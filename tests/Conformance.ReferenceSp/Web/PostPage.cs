using Conformance.ReferenceSp.Companies;

namespace Conformance.ReferenceSp.Web;

/// <summary>The form that carries an AuthnRequest by HTTP-POST (saml-bindings 3.5.4).</summary>
internal static class PostPage
{
    /// <summary>A page that shows the identity provider in a frame, as only a flaw does.</summary>
    public static Page Frame(string url) => new()
    {
        Title = "Sign in",
        HasContentSecurityPolicy = false,
        Body = $"<h1>Sign in</h1><iframe src=\"{Pages.Encode(url)}\" title=\"Sign in\"></iframe>",
    };

    public static Page Of(Site site, string action, string request, string relayState) => new()
    {
        Title = "To your company's sign-in page",
        Script = "document.forms[0].submit();",
        Body = $"""
            <h1>To your company's sign-in page</h1>
            <form action="{Pages.Encode(action)}" method="post">
            <input type="hidden" name="SAMLRequest" value="{Pages.Encode(request)}">
            <input type="hidden" name="RelayState" value="{Pages.Encode(relayState)}">
            <noscript><p>{site.Product} sends you to your company's sign-in page.</p><button type="submit">Continue</button></noscript>
            </form>
            """,
    };
}
