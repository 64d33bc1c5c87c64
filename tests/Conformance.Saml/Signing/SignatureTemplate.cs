using Conformance.Saml.Forging;
using Conformance.Saml.Keys;
using Conformance.Saml.Messages;

namespace Conformance.Saml.Signing;

/// <summary>Everything that one Signature element is made from.</summary>
/// <param name="Key">The key; <see cref="HmacKey"/> goes before it.</param>
/// <param name="SignatureMethod">Its algorithm.</param>
/// <param name="DigestMethod">The Reference's digest.</param>
/// <param name="CanonicalizationMethod">Of the SignedInfo and of the last transform.</param>
internal sealed record SignatureTemplate(
    SigningKey Key, string SignatureMethod, string DigestMethod, string CanonicalizationMethod)
{
    public string Prefix { get; init; } = "ds";

    public string? InclusivePrefixes { get; init; }

    public KeyInfoForm KeyInfo { get; init; }

    public IReadOnlyList<string> ExtraCertificates { get; init; } = [];

    public byte[]? HmacKey { get; init; }

    public SigningKey? NamedKey { get; init; }

    public static SignatureTemplate From(ResponseDraft draft) => From(draft.Signing, draft.Style.SignaturePrefix);

    public static SignatureTemplate From(SigningPlan plan, string prefix) =>
        new(plan.Key, plan.SignatureMethod, plan.DigestMethod, plan.CanonicalizationMethod)
        {
            Prefix = prefix,
            InclusivePrefixes = plan.InclusivePrefixes,
            KeyInfo = plan.KeyInfo,
            NamedKey = plan.NamedKey,
            ExtraCertificates = plan.ExtraCertificates,
        };
}
