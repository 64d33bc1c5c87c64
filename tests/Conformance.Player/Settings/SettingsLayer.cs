namespace Conformance.Player.Settings;

/// <summary>One place that settings come from: a file, the environment, a command line.</summary>
/// <param name="ValueOf">The value of a key as it is written; <c>null</c> when the place says nothing of it.</param>
/// <param name="NameOf">How the place calls a key, for messages: <c>playwright.config:12: "workers"</c>, <c>--workers</c>.</param>
/// <param name="IsCommandLine">Whether it is the command line, whose mistakes are mistakes of use.</param>
public sealed record SettingsLayer(Func<string, string?> ValueOf, Func<string, string> NameOf, bool IsCommandLine = false)
{
    private const string Prefix = "CONFORMANCE_";

    /// <summary>Environment variables: <c>CONFORMANCE_SLOW_MO</c> is <c>slow-mo</c>.</summary>
    /// <param name="variable">Gives the value of an environment variable.</param>
    public static SettingsLayer Environment(Func<string, string?> variable) =>
        new(key => variable(VariableOf(key)), key => $"The environment variable {VariableOf(key)}");

    /// <summary>A command line or another set of pairs; an option is called by its name.</summary>
    public static SettingsLayer Options(IReadOnlyDictionary<string, string> values) =>
        new(values.GetValueOrDefault, key => $"--{key}", IsCommandLine: true);

    internal static string VariableOf(string key) => Prefix + key.ToUpperInvariant().Replace('-', '_');
}
