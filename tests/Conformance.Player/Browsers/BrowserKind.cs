namespace Conformance.Player.Browsers;

/// <summary>The browser engines that Playwright drives, under its names for them.</summary>
public enum BrowserKind
{
    /// <summary>Chromium, Chrome and Edge.</summary>
    Chromium,

    /// <summary>Playwright's own build of Firefox.</summary>
    Firefox,

    /// <summary>Playwright's own build of WebKit.</summary>
    Webkit,
}
