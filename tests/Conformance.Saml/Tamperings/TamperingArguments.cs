using System.Collections;
using System.Globalization;

namespace Conformance.Saml.Tamperings;

/// <summary>What a scenario wrote behind a tampering's name, checked against its description.</summary>
internal sealed class TamperingArguments
{
    private readonly TamperingDescription _description;
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    public TamperingArguments(TamperingDescription description, object? argument)
    {
        _description = description;
        Take(argument);
        if (!description.ByPath)
        {
            Check();
        }
    }

    /// <summary>All as written: path to value, where the tampering goes by path.</summary>
    public IReadOnlyDictionary<string, object?> Values => _values;

    /// <summary>The value of a parameter, or the first allowed value, or null.</summary>
    public string? Text(string parameter) =>
        _values.TryGetValue(parameter, out var value)
            ? AsText(value)
            : _description.Parameters.First(known => known.Name == parameter).AllowedValues?[0];

    /// <summary>The value of a parameter that has one, given or by default.</summary>
    public string Required(string parameter) =>
        Text(parameter) ?? throw Wrong($"needs '{parameter}'");

    /// <summary>The value as written.</summary>
    public object? Raw(string parameter) => _values.GetValueOrDefault(parameter);

    /// <summary>Whether it was written.</summary>
    public bool Has(string parameter) => _values.ContainsKey(parameter);

    /// <summary>A whole number.</summary>
    public int Number(string parameter, int otherwise) =>
        Text(parameter) is not { } text
            ? otherwise
            : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw Wrong($"'{parameter}' is to be a whole number, not '{text}'");

    /// <summary>One string, or several.</summary>
    public IReadOnlyList<string> Texts(string parameter) => Raw(parameter) switch
    {
        null => [],
        string text => [text],
        IEnumerable list => [.. list.Cast<object?>().Select(AsText)],
        var other => [AsText(other)],
    };

    public TamperingException Wrong(string what) => new($"'{_description.Name}' {what}.");

    private static string AsText(object? value) =>
        value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private void Take(object? argument)
    {
        switch (argument)
        {
            case null:
                return;
            case IDictionary map:
                foreach (DictionaryEntry entry in map)
                {
                    _values[AsText(entry.Key)] = entry.Value;
                }

                return;
            case IEnumerable<KeyValuePair<string, object?>> map:
                foreach (var (key, value) in map)
                {
                    _values[key] = value;
                }

                return;
            default:
                var first = _description.Parameters.Count > 0
                    ? _description.Parameters[0].Name
                    : throw Wrong("takes nothing");
                _values[first] = argument;
                return;
        }
    }

    private void Check()
    {
        foreach (var (name, value) in _values)
        {
            var parameter = _description.Parameters.FirstOrDefault(known => known.Name == name)
                ?? throw Wrong($"does not know '{name}'"
                    + NearestWord.Suggest(name, _description.Parameters.Select(known => known.Name)).TrimEnd('.'));
            if (parameter.AllowedValues is { } allowed && !allowed.Contains(AsText(value), StringComparer.Ordinal))
            {
                throw Wrong($"'{name}' cannot be '{AsText(value)}'"
                    + NearestWord.Suggest(AsText(value), allowed).TrimEnd('.'));
            }
        }

        if (_description.Parameters.FirstOrDefault(known => known.Required && !_values.ContainsKey(known.Name))
            is { } missing)
        {
            throw Wrong($"needs '{missing.Name}': {missing.Summary}");
        }
    }
}
