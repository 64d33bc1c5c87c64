using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>page:</c> — what the browser rests at.</summary>
/// <param name="Expect">Field or header → value or matcher.</param>
public sealed record PageShows(MapValue Expect) : Step;
