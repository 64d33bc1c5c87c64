using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>idp-repeats: NAME</c> — the same bytes are delivered once more.</summary>
/// <param name="Answer">The name an <see cref="IdpAnswers"/> step gave its message.</param>
public sealed record IdpRepeats(Text Answer) : Step;
