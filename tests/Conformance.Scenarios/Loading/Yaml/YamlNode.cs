using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Loading.Yaml;

/// <summary>A piece of a YAML file with its place.</summary>
/// <param name="Location">Where it begins.</param>
public abstract record YamlNode(Location Location)
{
    /// <summary>What it is, in words: <c>a text</c>, <c>a map</c>, <c>a list</c>, <c>nothing</c>.</summary>
    public abstract string Kind { get; }
}
