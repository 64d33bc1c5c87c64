namespace Conformance.Player.Browsers;

/// <summary>A browser to launch.</summary>
/// <param name="Executable">Its absolute path.</param>
/// <param name="Origin">Where it comes from, to be shown to a person.</param>
public sealed record FoundBrowser(string Executable, string Origin)
{
    /// <summary>Whether it is Firefox as Mozilla makes it, which is driven by WebDriver BiDi, and not Playwright's own build.</summary>
    public bool IsMozillas { get; init; }
}
