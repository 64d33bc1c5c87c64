using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>in-browser: NAME</c> with <c>steps</c> — it goes on in another browser, which shares no cookie with the first.</summary>
/// <param name="Name">The browser; the same name is the same browser.</param>
/// <param name="Steps">What happens there.</param>
public sealed record InBrowser(Text Name, IReadOnlyList<Step> Steps) : Step
{
    /// <inheritdoc/>
    public override IEnumerable<Step> WithInner() => Steps.SelectMany(step => step.WithInner()).Prepend(this);
}
