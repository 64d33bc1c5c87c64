using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Reports.Articles;
using Conformance.ReferenceSp;
using Conformance.Scenarios.Loading;

namespace Conformance.Cli.Output;

/// <summary>The promises of the articles with the flaws and mistakes that this program knows.</summary>
internal static class ArticlePromises
{
    /// <summary>All promises.</summary>
    public static IReadOnlyList<Promise> Of(LoadedScenarios library)
    {
        var mistakes = IdpMistakes.All.SelectMany(mistake => mistake.MeantFor.Select(promise => (promise, Name: $"identity provider: {mistake.Name}")));
        var flaws = ArticleFlaws.ByPromise.SelectMany(entry => entry.Value.Select(flaw => (promise: entry.Key, Name: flaw)));
        var byPromise = flaws.Concat(mistakes).GroupBy(pair => pair.promise, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(pair => pair.Name)], StringComparer.Ordinal);
        return Promise.All(library.Spec, library.Scenarios, byPromise);
    }
}
