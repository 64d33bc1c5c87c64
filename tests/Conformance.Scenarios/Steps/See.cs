using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>see:</c> — what the page in front of the person shows; every key given must hold.</summary>
public sealed record See : Step
{
    /// <summary>A heading of that text.</summary>
    public Text? Heading { get; init; }

    /// <summary>A text anywhere on the page.</summary>
    public Text? Text { get; init; }

    /// <summary>A text that is nowhere on the page.</summary>
    public Text? NoText { get; init; }

    /// <summary>The address in the address bar, whole; <c>{ starts-with: … }</c> compares its beginning.</summary>
    public Value? Url { get; init; }
}
