namespace Conformance.Scenarios.Steps;

/// <summary><c>together:</c> — the lists of steps run at the same time, each in a browser of its own unless they say otherwise.</summary>
/// <param name="Branches">The lists of steps.</param>
public sealed record Together(IReadOnlyList<IReadOnlyList<Step>> Branches) : Step
{
    /// <inheritdoc/>
    public override IEnumerable<Step> WithInner() =>
        Branches.SelectMany(branch => branch).SelectMany(step => step.WithInner()).Prepend(this);
}
