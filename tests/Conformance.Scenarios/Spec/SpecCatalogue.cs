using System.Collections.ObjectModel;
using Conformance.Scenarios.Loading;

namespace Conformance.Scenarios.Spec;

/// <summary>Everything that scenarios can refer to: the entries of <c>fixtures/spec/</c>.</summary>
/// <param name="entries">The entries by key.</param>
public sealed class SpecCatalogue(IReadOnlyDictionary<string, SpecEntry> entries)
{
    /// <summary>A catalogue of nothing.</summary>
    public static SpecCatalogue Empty { get; } = new(ReadOnlyDictionary<string, SpecEntry>.Empty);

    /// <summary>The entries in ordinal order of their keys.</summary>
    public IReadOnlyList<SpecEntry> Entries { get; } = [.. entries.Values.OrderBy(entry => entry.Key.Value, StringComparer.Ordinal)];

    /// <summary>The keys in ordinal order.</summary>
    public IEnumerable<string> Keys => Entries.Select(entry => entry.Key.Value);

    /// <summary>The entry of that key, or <c>null</c>.</summary>
    /// <param name="key">The key, such as <c>saml-profiles/4.1.4.3</c>.</param>
    public SpecEntry? Find(string key) => entries.GetValueOrDefault(key);

    /// <summary>Reads all <c>*.yaml</c> files of a folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="problems">Takes what is wrong; entries that can be read are kept.</param>
    /// <param name="shownAs">How problems call the folder; <c>null</c>: as given.</param>
    public static SpecCatalogue Load(string directory, ICollection<ScenarioProblem> problems, string? shownAs = null) =>
        new(SpecFileReader.ReadAll(directory, shownAs ?? directory.Replace('\\', '/'), problems));
}
