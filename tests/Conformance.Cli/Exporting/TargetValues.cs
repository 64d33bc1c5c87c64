using Conformance.Player.Targets;
using Conformance.Scenarios.Model;

namespace Conformance.Cli.Exporting;

/// <summary>The values of a target file as far as they are known while nothing runs; a port that is only chosen at the start stays a variable.</summary>
/// <param name="target">The target.</param>
internal sealed class TargetValues(TargetFile target)
{
    /// <summary>A value under <c>sp</c>; <c>null</c> when there is none.</summary>
    public string? Of(string key) => target.ServiceProvider.TryGetValue(key, out var text) ? Bind(text) : null;

    /// <summary>A text with what is known put in.</summary>
    public string Bind(Text text) => Bind(text, depth: target.ServiceProvider.Count + 1);

    private string Bind(Text text, int depth) => text.Bind(name =>
        depth > 0 && name.StartsWith("sp.", StringComparison.Ordinal) && target.ServiceProvider.TryGetValue(name["sp.".Length..], out var inner) ? Bind(inner, depth - 1)
        : name.StartsWith("env.", StringComparison.Ordinal) && Environment.GetEnvironmentVariable(name["env.".Length..]) is { } value ? value
        : $"${{{name}}}");
}
