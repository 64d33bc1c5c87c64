namespace Conformance.Scenarios.Model;

/// <summary>A piece of a scenario file whose shape the verb it belongs to decides: a text, a map or a list.</summary>
/// <param name="Location">Where it begins.</param>
public abstract record Value(Location Location);

/// <summary>A scalar.</summary>
/// <param name="Text">The text with its variables.</param>
/// <param name="IsNull">Whether the file says <c>null</c> or <c>~</c>, unquoted.</param>
/// <param name="IsPlain">Whether it stands without quotes, so that <c>true</c> and <c>7</c> are no texts where that matters.</param>
public sealed record TextValue(Text Text, bool IsNull = false, bool IsPlain = false) : Value(Text.Location);

/// <summary>A map; keys keep the order of the file.</summary>
/// <param name="Entries">Keys (themselves texts with variables) and values.</param>
/// <param name="Location">Where it begins.</param>
public sealed record MapValue(IReadOnlyList<KeyValuePair<Text, Value>> Entries, Location Location) : Value(Location)
{
    /// <summary>The value of a key written literally so, or <c>null</c>.</summary>
    public Value? this[string key] =>
        Entries.Where(entry => string.Equals(entry.Key.Raw, key, StringComparison.Ordinal)).Select(entry => entry.Value).FirstOrDefault();
}

/// <summary>A list.</summary>
/// <param name="Items">The items in order.</param>
/// <param name="Location">Where it begins.</param>
public sealed record ListValue(IReadOnlyList<Value> Items, Location Location) : Value(Location);
