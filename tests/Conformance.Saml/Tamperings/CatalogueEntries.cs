using Conformance.Saml.Tamperings.Attacks;
using Conformance.Saml.Tamperings.Ciphertext;
using Conformance.Saml.Tamperings.Delivery;
using Conformance.Saml.Tamperings.Edits;
using Conformance.Saml.Tamperings.Signatures;

namespace Conformance.Saml.Tamperings;

/// <summary>The list of all tamperings.</summary>
internal static class CatalogueEntries
{
    public static IEnumerable<CatalogueEntry> All() => [.. Edits(), .. Signatures(), .. Attacks(), .. Others()];

    private static IEnumerable<CatalogueEntry> Edits() =>
    [
        SetEdit.Entry, AppendEdit.Entry, RemoveEdit.Entry, AddEdit.Entry, DuplicateEdit.Entry, MoveEdit.Entry,
        RenameEdit.Entry, ManyValuesEdit.Entry, LetterCaseEdit.Entry, NameLikeVictimEdit.Entry,
    ];

    private static IEnumerable<CatalogueEntry> Signatures() =>
    [
        ForgeTampering.Entry, StripSignature.Entry, SignWith.Entry, CorruptSignature.Entry, CorruptDigest.Entry,
        AlgorithmEdit.SignatureMethod, AlgorithmEdit.DigestMethod, AlgorithmEdit.CanonicalizationMethod,
    ];

    private static IEnumerable<CatalogueEntry> Attacks() =>
    [
        WrapSignature.Entry, NestedGenuine.Entry, DigestComment.Entry, SmuggleDigest.Entry, SecondSignedInfo.Entry,
        ClaimsInsideSignature.Entry, ForeignSignedDocument.Entry, SplitValue.Comment, SplitValue.Instruction,
        SplitValue.CData, SplitValue.Entity, SeveralRoots.Entry, KeyInfoAttack.Entry, HmacWith.Entry,
        ParserDifferential.Entry, HiddenSignature.Entry, DecoySignature.Entry, PsychicSignature.Entry, StealAssertion.Entry,
        EntityReferenceId.Entry, IdPollution.Entry, DuplicateId.Entry,
        VoidCanonicalization.Entry, TransformsAttack.Entry, ReferenceUri.Entry, Doctype.Entry, RoundTrip.Entry, WrittenAnew.Entry, WrapLogout.Entry, TwinSignature.Entry,
        ClaimsAround.Entry, ShadowedPrefix.Entry, HiddenAssertion.Entry, HiddenResponse.Entry, ReferenceInObject.Entry,
    ];

    private static IEnumerable<CatalogueEntry> Others() =>
    [
        EncryptForged.Entry, PlainBesideEncrypted.Entry, CorruptCiphertext.Entry, EncryptFor.Entry,
        EncodeTampering.Entry, DeliverTampering.Entry, RedirectDelivery.Entry, LogoutBesideSigned.Entry, ReplaceMessage.Entry, SwellTampering.Entry,
    ];
}
