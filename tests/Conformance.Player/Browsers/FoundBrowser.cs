namespace Conformance.Player.Browsers;

/// <summary>A browser to launch.</summary>
/// <param name="Executable">Its absolute path.</param>
/// <param name="Origin">Where it comes from, to be shown to a person.</param>
public sealed record FoundBrowser(string Executable, string Origin);
