using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>in-tab: NAME</c> with <c>steps</c> — the person goes on in another tab of the same browser.</summary>
/// <param name="Name">The tab; the same name is the same tab.</param>
/// <param name="Steps">What happens there.</param>
public sealed record InTab(Text Name, IReadOnlyList<Step> Steps) : Step
{
    /// <inheritdoc/>
    public override IEnumerable<Step> WithInner() => Steps.SelectMany(step => step.WithInner()).Prepend(this);
}
