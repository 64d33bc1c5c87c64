using static Conformance.Scenarios.Format.ValueKind;

namespace Conformance.Scenarios.Format;

/// <summary>What happens around the people and messages.</summary>
internal static class SurroundingVerbs
{
    public static IReadOnlyList<VerbDescription> All { get; } =
    [
        new(new("restart-sp", True, "The service provider is stopped and started again."), []),
        new(new("advance", Duration, "The clock of the suite and of the embedded service provider moves on."), []),
    ];
}
