using Conformance.ReferenceSp;
using Conformance.ReferenceSp.Flawed;
using Conformance.ReferenceSp.Scim.Flawed;

namespace Conformance.Benchmarks.KillMatrix;

/// <summary>
/// The flaws of the matrix: those that the scenarios below <c>saml/</c> are there for. Doors, administration and provisioning have flaws that these
/// cannot meet, and one that ends the service for everybody shows in whatever comes next; the self-tests hold them by tables of their own.
/// </summary>
internal static class MatrixFlaws
{
    public static IReadOnlyList<Flaw> All { get; } = [.. Flaws.All.Except(DoorFlaws.All).Except(ScimFlaws.All).Except(OutageFlaws.All)];
}
