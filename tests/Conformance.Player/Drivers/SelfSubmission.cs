using Microsoft.Playwright;

namespace Conformance.Player.Drivers;

/// <summary>A page that brings a SAML message on by submitting its own form, as the HTTP-POST binding has it.</summary>
internal static class SelfSubmission
{
    /// <summary>Whether it does; <c>null</c>: the page went away while it was looked at.</summary>
    public static async Task<bool?> IsComingAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<bool>(
                """
                () => {
                  const saml = document.querySelector('input[name=SAMLResponse],input[name=SAMLRequest]');
                  const text = document.body ? (document.body.getAttribute('onload') || '') + [...document.scripts].map(s => s.text).join(' ') : '';
                  return !!saml && !!saml.form && /submit\s*\(/.test(text);
                }
                """);
        }
        catch (PlaywrightException)
        {
            return null;
        }
    }
}
