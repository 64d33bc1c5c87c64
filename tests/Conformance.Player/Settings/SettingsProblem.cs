namespace Conformance.Player.Settings;

/// <summary>A setting that cannot be used.</summary>
/// <param name="Sentence">Where it stands, what it is, what to write instead.</param>
/// <param name="IsUsage">Whether the command line is at fault, and no file.</param>
public sealed record SettingsProblem(string Sentence, bool IsUsage);
