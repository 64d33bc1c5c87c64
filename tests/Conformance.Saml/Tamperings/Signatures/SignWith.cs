using Conformance.Saml.Forging;
using Conformance.Saml.Keys;
using Conformance.Saml.Messages;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Signatures;

/// <summary>Signs again with a key that the SP does not trust.</summary>
internal sealed class SignWith(TamperingArguments arguments) : Tampering
{
    private static readonly Dictionary<string, KeyInfoForm> Forms = new(StringComparer.Ordinal)
    {
        ["certificate"] = KeyInfoForm.X509Certificate,
        ["none"] = KeyInfoForm.None,
        ["key-name"] = KeyInfoForm.KeyName,
        ["key-value"] = KeyInfoForm.KeyValue,
        ["der-key-value"] = KeyInfoForm.DerEncodedKeyValue,
        ["issuer-serial"] = KeyInfoForm.X509IssuerSerial,
        ["idp-certificate"] = KeyInfoForm.X509Certificate,
        ["idp-issuer-serial"] = KeyInfoForm.X509IssuerSerial,
    };

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "sign-with",
            "Signs everything that was signed again, with another key.",
            "The signatures verify under that key and not under the IdP's.",
            [
                new("key", "stranger, lookalike (a certificate with the IdP's subject, issuer and serial number) or the "
                    + "name of a key that the run knows.", Required: true),
                new("key-info", "What KeyInfo says.", [.. Forms.Keys]),
                new("of", "Which signatures.", ["all", "response", "assertion"]),
                SignatureForging.Parameter,
            ]),
        arguments => new SignWith(arguments));

    public override string Name => "sign-with";

    public override void AfterSigning(Workpiece work)
    {
        var key = Key(work.Context);
        var form = arguments.Required("key-info");
        var template = SignatureTemplate.From(work.Draft) with
        {
            Key = key,
            KeyInfo = Forms[form],
            NamedKey = form.StartsWith("idp-", StringComparison.Ordinal) ? work.Context.IdpKey : null,
            SignatureMethod = SignatureKeys.MethodFor(key, work.Draft.Signing),
        };
        var signed = SignedPlaces.Signed(work, arguments.Required("of"));
        SignatureForging.ForgeIfAsked(arguments, work);
        foreach (var element in signed)
        {
            element.RemoveChild(Dom.Signature(element)!);
            XmlSigner.Sign(element, template);
        }

        work.Claim(new SignedByAnother(key.Certificate.PublicKey));
    }

    private SigningKey Key(ForgeContext context) => arguments.Required("key") switch
    {
        "stranger" => context.StrangerKey,
        "lookalike" => SignatureKeys.Lookalike(context),
        var name => context.OtherKeys.GetValueOrDefault(name) ?? throw new TamperingException(
            $"the key '{name}' is not known{NearestWord.Suggest(name, ["stranger", "lookalike", .. context.OtherKeys.Keys])}"),
    };
}
