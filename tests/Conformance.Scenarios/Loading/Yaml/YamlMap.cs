using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Loading.Yaml;

/// <summary>A map; keys keep the order of the file, and no key stands twice.</summary>
/// <param name="Entries">The keys and values.</param>
/// <param name="Location">Where it begins.</param>
public sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, Location Location) : YamlNode(Location)
{
    /// <inheritdoc/>
    public override string Kind => "a map";

    /// <summary>The value of a key, or <c>null</c> when the key is not there.</summary>
    public YamlNode? this[string key] =>
        Entries.FirstOrDefault(entry => string.Equals(entry.Key.Value, key, StringComparison.Ordinal))?.Value;
}
