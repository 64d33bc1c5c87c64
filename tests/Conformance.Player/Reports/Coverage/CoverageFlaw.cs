namespace Conformance.Player.Reports.Coverage;

/// <summary>A way in which a service provider can be wrong on purpose, with what has to notice it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Notices">Keys of the catalogue: checks and published vulnerabilities.</param>
public sealed record CoverageFlaw(string Name, IReadOnlyList<string> Notices);
