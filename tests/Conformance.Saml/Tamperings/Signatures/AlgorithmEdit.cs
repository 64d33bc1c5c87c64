using Conformance.Saml.Forging;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Signatures;

/// <summary>Uses another algorithm, or only names one.</summary>
internal sealed class AlgorithmEdit(string name, string element, TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry SignatureMethod { get; } = Describe("signature-method", "SignatureMethod");

    public static CatalogueEntry DigestMethod { get; } = Describe("digest-method", "DigestMethod");

    public static CatalogueEntry CanonicalizationMethod { get; } =
        Describe("canonicalization-method", "CanonicalizationMethod");

    public override string Name => name;

    private string Uri => AlgorithmWords.Find(arguments.Required("uri"));

    private bool Really => arguments.Text("how") == "used";

    public override ResponseDraft Draft(ResponseDraft draft, ForgeContext context) => !Really
        ? draft
        : draft with
        {
            Signing = element switch
            {
                "SignatureMethod" => draft.Signing with { SignatureMethod = Uri },
                "DigestMethod" => draft.Signing with { DigestMethod = Uri },
                _ => draft.Signing with { CanonicalizationMethod = Uri },
            },
        };

    public override void Say(Workpiece work)
    {
        if (!Really)
        {
            base.Say(work);
        }
    }

    public override void AfterSigning(Workpiece work)
    {
        if (Really)
        {
            return;
        }

        foreach (var signed in SignedPlaces.Signed(work, "all"))
        {
            var signature = Dom.Signature(signed)!;
            XmlSigner.Descendant(signature, element).SetAttribute("Algorithm", Uri);
            if (arguments.Text("how") == "named-empty-value")
            {
                XmlSigner.SetText(XmlSigner.Descendant(signature, "SignatureValue"), "");
            }
        }

        SignatureForging.ForgeIfAsked(arguments, work);
        work.Claim(new NotVouchedFor("all"));
    }

    private static CatalogueEntry Describe(string name, string element) => new(
        new TamperingDescription(
            name,
            $"Uses another {element}, or writes another URI there without using it.",
            "When it is only named, no signature verifies any more.",
            [
                new("uri", "The algorithm's URI, or the word behind its last # or /; none and empty are words too.",
                    Required: true),
                new("how", "Used by the IdP; or only named, after signing; or named with an empty SignatureValue.",
                    ["used", "named", "named-empty-value"]),
                SignatureForging.Parameter,
            ])
        { CanBeSaid = true },
        arguments => new AlgorithmEdit(name, element, arguments));
}
