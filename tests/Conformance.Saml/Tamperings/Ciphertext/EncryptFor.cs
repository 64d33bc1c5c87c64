using Conformance.Saml.Forging;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Ciphertext;

/// <summary>Encrypts for somebody else.</summary>
internal sealed class EncryptFor(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "encrypt-for",
            "Encrypts with a key that the SP does not have.",
            "The message is encrypted for another certificate than the SP's.",
            [new("key", "stranger, or the name of a key that the run knows.", Required: true)])
        { CanBeSaid = true },
        arguments => new EncryptFor(arguments));

    public override string Name => "encrypt-for";

    public override ResponseDraft Draft(ResponseDraft draft, ForgeContext context)
    {
        var name = arguments.Required("key");
        var key = name == "stranger" ? context.StrangerKey : context.OtherKeys.GetValueOrDefault(name)
            ?? throw new TamperingException($"the key '{name}' is not known"
                + NearestWord.Suggest(name, ["stranger", .. context.OtherKeys.Keys]));
        return draft.Encryption is null
            ? throw new TamperingException("nothing in this message is encrypted.")
            : draft with { Encryption = draft.Encryption with { Certificate = key.Certificate } };
    }

    public override void Say(Workpiece work) => AfterSigning(work);

    public override void AfterSigning(Workpiece work) => work.Claim(new Changed(
        Name, work.Draft.Encryption!.Certificate.Thumbprint != work.Context.Draft.Encryption!.Certificate.Thumbprint));
}
