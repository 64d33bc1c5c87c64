using System.Globalization;

namespace Conformance.Benchmarks.Measurements;

/// <summary>One measured value.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The value.</param>
/// <param name="Unit">Its unit; empty for a ratio.</param>
/// <param name="Aim">The most it should be; <c>null</c> where there is no aim.</param>
internal sealed record Figure(string Name, double Value, string Unit, double? Aim = null)
{
    public bool Misses => Value > Aim;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name,-72} {Value,9:0.00} {Unit,-8}{(Aim is { } aim ? $" aim {aim:0.##}{(Misses ? "  MISSED" : string.Empty)}" : string.Empty)}");
}
