using Conformance.ReferenceSp.Companies;

namespace Conformance.ReferenceSp.Web;

/// <summary>The form that carries an AuthnRequest by HTTP-POST (saml-bindings 3.5.4).</summary>
internal static class PostPage
{
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
