using Microsoft.Playwright;

namespace Conformance.Player.Drivers;

/// <summary>Waits for a page to be loaded.</summary>
internal static class PageLoad
{
    // Playwright looks whether the event has come, and begins to wait for it after that: one that comes in between it waits for in vain.
    // Asked once more, it finds that the event has come.
    private static readonly TimeSpan AskedAgainAfter = TimeSpan.FromSeconds(1);

    /// <exception cref="TimeoutException">The page is not loaded within that time.</exception>
    public static async Task WaitAsync(IPage page, TimeSpan timeout)
    {
        for (var left = timeout; ; left -= AskedAgainAfter)
        {
            try
            {
                await page.WaitForLoadStateAsync(LoadState.Load, new() { Timeout = (float)(left < AskedAgainAfter ? left : AskedAgainAfter).TotalMilliseconds });
                return;
            }
            catch (TimeoutException) when (left > AskedAgainAfter)
            {
            }
        }
    }
}
