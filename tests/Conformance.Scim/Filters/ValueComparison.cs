using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scim.Schemas;

namespace Conformance.Scim.Filters;

/// <summary>How two values compare, by the type of the attribute.</summary>
public static class ValueComparison
{
    /// <summary>Compares.</summary>
    /// <param name="operator">In lower case: eq co sw ew gt ge lt le.</param>
    /// <param name="attribute">What the schema says of the attribute; null when it is unknown.</param>
    /// <param name="value">The resource's value.</param>
    /// <param name="wanted">The filter's value.</param>
    /// <returns>Whether the comparison holds.</returns>
    /// <exception cref="ScimException">invalidFilter: the operator makes no sense for the type.</exception>
    public static bool Holds(string @operator, ScimAttribute? attribute, JsonValue value, JsonValue wanted)
    {
        if (value.TryGetValue<string>(out var text) && wanted.TryGetValue<string>(out var wantedText))
        {
            return attribute?.Type == "dateTime" && Time(text) is { } time && Time(wantedText) is { } wantedTime && @operator is not ("co" or "sw" or "ew")
                ? Ordered(@operator, time.CompareTo(wantedTime))
                : HoldsForText(@operator, text, wantedText, attribute is { CaseExact: true });
        }

        if (value.GetValueKind() == JsonValueKind.Number && wanted.GetValueKind() == JsonValueKind.Number)
        {
            return Ordered(@operator, Number(value).CompareTo(Number(wanted)));
        }

        if (IsBoolean(value) && IsBoolean(wanted))
        {
            return @operator == "eq" ? value.GetValueKind() == wanted.GetValueKind() : throw Senseless(@operator, "a boolean");
        }

        return false;
    }

    /// <summary>Compares two values for sorting.</summary>
    /// <param name="attribute">What the schema says of the attribute; null when it is unknown.</param>
    /// <param name="one">A value.</param>
    /// <param name="other">Another.</param>
    /// <returns>Below zero when the first comes first.</returns>
    public static int Order(ScimAttribute? attribute, JsonValue one, JsonValue other)
    {
        if (one.TryGetValue<string>(out var text) && other.TryGetValue<string>(out var otherText))
        {
            return attribute?.Type == "dateTime" && Time(text) is { } time && Time(otherText) is { } otherTime
                ? time.CompareTo(otherTime)
                : string.Compare(text, otherText, Comparing(attribute is { CaseExact: true }));
        }

        return one.GetValueKind() == JsonValueKind.Number && other.GetValueKind() == JsonValueKind.Number
            ? Number(one).CompareTo(Number(other))
            : one.GetValueKind().CompareTo(other.GetValueKind());
    }

    private static bool HoldsForText(string @operator, string text, string wanted, bool caseExact)
    {
        var comparing = Comparing(caseExact);
        return @operator switch
        {
            "eq" => string.Equals(text, wanted, comparing),
            "co" => text.Contains(wanted, comparing),
            "sw" => text.StartsWith(wanted, comparing),
            "ew" => text.EndsWith(wanted, comparing),
            _ => Ordered(@operator, string.Compare(text, wanted, comparing)),
        };
    }

    private static bool Ordered(string @operator, int order) => @operator switch
    {
        "eq" => order == 0,
        "gt" => order > 0,
        "ge" => order >= 0,
        "lt" => order < 0,
        "le" => order <= 0,
        _ => throw Senseless(@operator, "a number"),
    };

    private static bool IsBoolean(JsonValue value) => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    private static StringComparison Comparing(bool caseExact) => caseExact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static double Number(JsonValue value) => double.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static ScimException Senseless(string @operator, string type) =>
        new(ScimTypes.InvalidFilter, $"\"{@operator}\" does not compare {type}.");
}
