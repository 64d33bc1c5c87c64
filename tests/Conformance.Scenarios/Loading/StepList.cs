using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Steps;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Loading;

/// <summary>Reads steps that stand in another file than a scenario: the journeys of a target.</summary>
public static class StepList
{
    /// <summary>Reads a list of steps.</summary>
    /// <param name="node">The list.</param>
    /// <param name="vocabulary">The words that the steps may use.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="verbs">The verbs allowed there; <c>null</c>: all.</param>
    public static IReadOnlyList<Step> Read(
        YamlNode node,
        ScenarioVocabulary vocabulary,
        ICollection<ScenarioProblem> problems,
        IReadOnlyList<string>? verbs = null)
    {
        if (verbs is not null && node is YamlList list)
        {
            foreach (var verb in list.Items.OfType<YamlMap>().Select(step => step.Entries.Count > 0 ? step.Entries[0].Key : null).OfType<YamlScalar>())
            {
                if (Format.Verbs.Find(verb.Value) is not null && !verbs.Contains(verb.Value, StringComparer.Ordinal))
                {
                    problems.Report(verb.Location, $"\"{verb.Value}\" cannot stand here. {NearestWord.Hint(verb.Value, verbs)}");
                }
            }
        }

        return new StepReader(new ReadingScope(vocabulary, problems)).ReadList(node);
    }
}
