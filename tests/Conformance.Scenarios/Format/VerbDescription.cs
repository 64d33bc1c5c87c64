namespace Conformance.Scenarios.Format;

/// <summary>A verb and the keys that may stand beside it.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Companions">The keys beside it.</param>
public sealed record VerbDescription(KeyDescription Verb, IReadOnlyList<KeyDescription> Companions)
{
    /// <summary>The verb's word.</summary>
    public string Name => Verb.Name;

    /// <summary>The verb and its companions: every key a step of this verb may have.</summary>
    public IReadOnlyList<string> Keys => [Name, .. Companions.Select(companion => companion.Name)];
}
