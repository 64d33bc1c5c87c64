namespace Conformance.Player.Browsers;

/// <summary>The browser engines that Playwright drives, under its names for them.</summary>
public enum BrowserKind
{
    /// <summary>Chromium, Chrome and Edge.</summary>
    Chromium,

    /// <summary>Firefox, Mozilla's or Playwright's own build of it.</summary>
    Firefox,

    /// <summary>Playwright's own build of WebKit.</summary>
    Webkit,
}
