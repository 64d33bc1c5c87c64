using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Loading.Yaml;

/// <summary>A list.</summary>
/// <param name="Items">The items in order.</param>
/// <param name="Location">Where it begins.</param>
public sealed record YamlList(IReadOnlyList<YamlNode> Items, Location Location) : YamlNode(Location)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}
