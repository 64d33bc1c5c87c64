using Conformance.ReferenceSp;
using Conformance.ReferenceSp.Flawed;
using Conformance.ReferenceSp.Scim.Flawed;

namespace Conformance.SelfTests.Flaws;

/// <summary>
/// The flaws of the matrix: those that the response catalogue is there for. Requests, sessions, metadata, logout, doors, administration and provisioning
/// have flaws that it cannot meet; their own tables (<see cref="FrontFlawTests"/>, <see cref="ArticleFlawTests"/>, <see cref="Scim.ScimFlawTests"/>, <see cref="Provisioning.CrossFlawTests"/>) hold that each is noticed.
/// </summary>
internal static class MatrixFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        .. ReferenceSp.Flaws.All
            .Except(RequestFlaws.All).Except(FrontFlaws.All).Except(LogoutFlaws.All).Except(MetadataFlaws.All)
            .Except(DoorFlaws.All).Except(ScimFlaws.All),
    ];
}
