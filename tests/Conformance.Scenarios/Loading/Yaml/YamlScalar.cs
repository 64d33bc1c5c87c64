using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Loading.Yaml;

/// <summary>A text, number or the like; always kept as text.</summary>
/// <param name="Value">The text.</param>
/// <param name="IsPlain">Whether it is written without quotes and not as a block.</param>
/// <param name="Location">Where it begins.</param>
public sealed record YamlScalar(string Value, bool IsPlain, Location Location) : YamlNode(Location)
{
    /// <summary>Whether nothing is written, or an unquoted <c>null</c> or <c>~</c>.</summary>
    public bool IsNull => IsPlain && Value is ("" or "~" or "null" or "Null" or "NULL");

    /// <inheritdoc/>
    public override string Kind => IsNull ? "nothing" : "a text";

    /// <summary>The text as one in which variables may stand.</summary>
    public Text ToText() => new(Value, Location);
}
