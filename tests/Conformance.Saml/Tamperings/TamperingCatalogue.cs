namespace Conformance.Saml.Tamperings;

/// <summary>All tamperings by name.</summary>
public static class TamperingCatalogue
{
    private static readonly Dictionary<string, CatalogueEntry> Entries =
        CatalogueEntries.All().ToDictionary(entry => entry.Description.Name, StringComparer.Ordinal);

    /// <summary>Every tampering, in alphabetical order.</summary>
    public static IReadOnlyList<TamperingDescription> All { get; } =
        [.. Entries.Values.Select(entry => entry.Description).OrderBy(entry => entry.Name, StringComparer.Ordinal)];

    /// <summary>Makes the tampering of that name.</summary>
    /// <param name="name">Its word.</param>
    /// <param name="argument">
    /// As read from YAML: null, a string, a list, or a map with string keys. A string is the first parameter's value.
    /// </param>
    /// <exception cref="TamperingException">There is no such tampering, or the argument does not fit it.</exception>
    public static Tampering Create(string name, object? argument)
    {
        if (!Entries.TryGetValue(name, out var entry))
        {
            throw new TamperingException(
                $"unknown tampering '{name}'{NearestWord.Suggest(name, Entries.Keys)}");
        }

        var arguments = new TamperingArguments(entry.Description, argument);
        return entry.Create(arguments);
    }
}
