namespace Conformance.Player.Browsers;

/// <summary>Which browser is wanted and how it is to be shown.</summary>
public sealed record BrowserSettings
{
    /// <summary>The engine.</summary>
    public BrowserKind Kind { get; init; }

    /// <summary>The executable to use instead of one that is found; an absolute path.</summary>
    public string? Executable { get; init; }

    /// <summary>Whether a window opens.</summary>
    public bool IsHeaded { get; init; }

    /// <summary>The pause between two actions, for somebody who watches.</summary>
    public TimeSpan SlowMotion { get; init; }

    /// <summary>Whether a browser may be installed where there is none.</summary>
    public bool MayInstall { get; init; } = true;

    /// <summary>Reads the name of an engine as it is written in <c>playwright.config</c>.</summary>
    /// <exception cref="ArgumentException">There is no such engine.</exception>
    public static BrowserKind ParseKind(string name) => name switch
    {
        "chromium" or "" => BrowserKind.Chromium,
        "firefox" => BrowserKind.Firefox,
        "webkit" => BrowserKind.Webkit,
        _ => throw new ArgumentException($"There is no browser \"{name}\". Choose chromium, firefox or webkit.", nameof(name)),
    };
}
