using System.Text.Json.Nodes;
using Conformance.Scim.Paths;

namespace Conformance.Scim.Filters;

/// <summary>Reads a filter by the grammar of RFC 7644 3.4.2.2: <c>not</c> binds closest, then <c>and</c>, then <c>or</c>.</summary>
public sealed class FilterParser
{
    private const int DeepestNesting = 40;

    private static readonly string[] Operators = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"];

    private readonly FilterTokens _tokens;
    private readonly IReadOnlyCollection<string> _urns;
    private int _depth;

    private FilterParser(string text, IReadOnlyCollection<string> urns)
    {
        _tokens = new FilterTokens(text);
        _urns = urns;
    }

    /// <summary>Reads a filter.</summary>
    /// <param name="text">The text.</param>
    /// <param name="urns">The URNs that are known.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ScimException">invalidFilter, with what stands at fault.</exception>
    public static Filter Parse(string text, IReadOnlyCollection<string> urns)
    {
        var parser = new FilterParser(text, urns);
        var filter = parser.Alternatives();
        return parser._tokens.AtEnd ? filter : throw parser._tokens.Unexpected("the end");
    }

    private Filter Alternatives()
    {
        if (++_depth > DeepestNesting)
        {
            throw new ScimException(ScimTypes.InvalidFilter, "The filter nests too deep.");
        }

        var left = Conditions();
        while (_tokens.TakeWord("or"))
        {
            left = new Or(left, Conditions());
        }

        _depth--;
        return left;
    }

    private Filter Conditions()
    {
        var left = Condition();
        while (_tokens.TakeWord("and"))
        {
            left = new And(left, Condition());
        }

        return left;
    }

    private Filter Condition()
    {
        if (_tokens.Take('('))
        {
            return Closed(')');
        }

        if (_tokens.NextIsNegation())
        {
            _ = _tokens.TakeWord("not");
            return _tokens.Take('(') ? new Not(Closed(')')) : throw _tokens.Unexpected("\"(\" after \"not\"");
        }

        var attribute = Attribute();
        if (_tokens.Take('['))
        {
            var condition = Closed(']');

            // "emails[type eq "work"].value eq "x"" is outside of the grammar, and yet what Entra ID's matching sends.
            return _tokens.TakeAfterBracket('.')
                ? new ValuePath(attribute, new And(condition, Compared(Attribute())))
                : new ValuePath(attribute, condition);
        }

        return Compared(attribute);
    }

    private Filter Compared(AttributePath attribute)
    {
        if (_tokens.TakeWord("pr"))
        {
            return new Presence(attribute);
        }

        var @operator = Operators.FirstOrDefault(_tokens.TakeWord) ?? throw _tokens.Unexpected("an operator");
        return new Comparison(attribute, @operator, Value());
    }

    private Filter Closed(char bracket)
    {
        var filter = Alternatives();
        return _tokens.Take(bracket) ? filter : throw _tokens.Unexpected($"\"{bracket}\"");
    }

    private AttributePath Attribute()
    {
        var text = _tokens.TakeAttribute() ?? throw _tokens.Unexpected("an attribute");
        return AttributePath.TryParse(text, _urns) is { Name.Length: > 0 } path
            ? path
            : throw new ScimException(ScimTypes.InvalidFilter, $"\"{text}\" is no attribute.");
    }

    private JsonValue? Value()
    {
        var text = _tokens.TakeValue() ?? throw _tokens.Unexpected("a value: a string in double quotes, a number, true, false or null");
        if (string.Equals(text, "null", StringComparison.Ordinal))
        {
            return null;
        }

        return ScimJson.TryParse(text) as JsonValue
            ?? throw new ScimException(ScimTypes.InvalidFilter, $"{text} is no JSON value; strings stand in double quotes.");
    }
}
