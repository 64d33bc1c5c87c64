using System.Text.Json;
using Microsoft.Playwright;

namespace Conformance.Player.Drivers;

/// <summary>All that is to be known of the page that stands in a browser, from one look at it: to ask piece by piece is slow, and the page may change between.</summary>
/// <param name="SubmitsItself">Whether the page brings a SAML message on by submitting its own form, as the HTTP-POST binding has it.</param>
/// <param name="Source">The document as it stands.</param>
/// <param name="Text">The text that a person reads.</param>
internal sealed record PageLook(bool SubmitsItself, string Source, string Text)
{
    /// <summary>A page that could not be looked at.</summary>
    public static PageLook Nothing { get; } = new(false, string.Empty, string.Empty);

    /// <summary>Looks; <c>null</c>: the page went away meanwhile.</summary>
    public static async Task<PageLook?> TakeAsync(IPage page)
    {
        try
        {
            var seen = await page.EvaluateAsync<JsonElement>(
                """
                () => {
                  const saml = document.querySelector('input[name=SAMLResponse],input[name=SAMLRequest]');
                  const code = document.body ? (document.body.getAttribute('onload') || '') + [...document.scripts].map(s => s.text).join(' ') : '';
                  return {
                    submits: !!saml && !!saml.form && /submit\s*\(/.test(code),
                    source: (document.doctype ? new XMLSerializer().serializeToString(document.doctype) : '')
                      + (document.documentElement ? document.documentElement.outerHTML : ''),
                    text: document.body ? document.body.innerText : '',
                  };
                }
                """);
            return new PageLook(seen.GetProperty("submits").GetBoolean(), Of("source"), Of("text"));

            string Of(string name) => seen.GetProperty(name).GetString() ?? string.Empty;
        }
        catch (PlaywrightException)
        {
            return null;
        }
    }
}
