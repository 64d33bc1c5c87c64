using Conformance.Saml.Tamperings.Edits;
using Conformance.Saml.Tamperings.Signatures;

namespace Conformance.Saml.Tamperings;

/// <summary>The list of all tamperings.</summary>
internal static class CatalogueEntries
{
    public static IEnumerable<CatalogueEntry> All() => [.. Edits(), .. Signatures()];

    private static IEnumerable<CatalogueEntry> Edits() =>
    [
        SetEdit.Entry, AppendEdit.Entry, RemoveEdit.Entry, AddEdit.Entry, DuplicateEdit.Entry, MoveEdit.Entry,
        RenameEdit.Entry,
    ];

    private static IEnumerable<CatalogueEntry> Signatures() =>
    [
        ForgeTampering.Entry, StripSignature.Entry, SignWith.Entry, CorruptSignature.Entry, CorruptDigest.Entry,
        AlgorithmEdit.SignatureMethod, AlgorithmEdit.DigestMethod, AlgorithmEdit.CanonicalizationMethod,
    ];
}
