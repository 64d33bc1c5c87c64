using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>click: NAME</c> — the person presses the button or link of that accessible name.</summary>
/// <param name="Name">The accessible name, as the page shows it.</param>
public sealed record Click(Text Name) : Step;
