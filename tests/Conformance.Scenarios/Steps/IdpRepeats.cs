using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>idp-repeats: NAME</c> — the same bytes are delivered once more, but for what <see cref="Changed"/> says.</summary>
/// <param name="Answer">The name an <see cref="IdpAnswers"/> step gave its message.</param>
public sealed record IdpRepeats(Text Answer) : Step
{
    /// <summary>What is different, where no signature of the assertion covers it; <c>null</c>: nothing.</summary>
    public Text? Changed { get; init; }
}
