namespace Conformance.Scenarios.Steps;

/// <summary><c>together:</c> — the lists of steps run at the same time, each in a copy of the browser that it begins in.</summary>
/// <param name="Branches">The lists of steps.</param>
/// <param name="Times">How many times each list is played at the same time.</param>
public sealed record Together(IReadOnlyList<IReadOnlyList<Step>> Branches, int Times = 1) : Step
{
    /// <inheritdoc/>
    public override IEnumerable<Step> WithInner() =>
        Branches.SelectMany(branch => branch).SelectMany(step => step.WithInner()).Prepend(this);
}
