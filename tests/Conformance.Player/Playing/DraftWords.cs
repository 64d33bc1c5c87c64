using Conformance.Saml.Forging;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;
using Conformance.Saml.Tamperings;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Playing;

/// <summary>The short words of scenario files for signing, encryption and style, and what they make of an honest draft.</summary>
internal static class DraftWords
{
    private static readonly Dictionary<string, string> SignatureMethods = new(StringComparer.Ordinal)
    {
        ["rsa-md5"] = SignatureAlgorithms.RsaMd5,
        ["rsa-sha1"] = SignatureAlgorithms.RsaSha1,
        ["rsa-sha256"] = SignatureAlgorithms.RsaSha256,
        ["rsa-sha384"] = SignatureAlgorithms.RsaSha384,
        ["rsa-sha512"] = SignatureAlgorithms.RsaSha512,
        ["rsa-pss-sha256"] = SignatureAlgorithms.RsaPssSha256,
        ["ecdsa-sha256"] = SignatureAlgorithms.EcdsaSha256,
        ["ecdsa-sha384"] = SignatureAlgorithms.EcdsaSha384,
        ["ecdsa-sha512"] = SignatureAlgorithms.EcdsaSha512,
    };

    private static readonly Dictionary<string, string> DigestMethods = new(StringComparer.Ordinal)
    {
        ["md5"] = DigestAlgorithms.Md5,
        ["sha1"] = DigestAlgorithms.Sha1,
        ["sha256"] = DigestAlgorithms.Sha256,
        ["sha384"] = DigestAlgorithms.Sha384,
        ["sha512"] = DigestAlgorithms.Sha512,
    };

    private static readonly Dictionary<string, string> Canonicalizations = new(StringComparer.Ordinal)
    {
        ["exclusive"] = CanonicalizationAlgorithms.Exclusive,
        ["exclusive-with-comments"] = CanonicalizationAlgorithms.ExclusiveWithComments,
        ["inclusive"] = CanonicalizationAlgorithms.Inclusive,
        ["inclusive-with-comments"] = CanonicalizationAlgorithms.InclusiveWithComments,
    };

    /// <summary>The words for signing places.</summary>
    public static IReadOnlyDictionary<string, SignedParts> Places { get; } = new Dictionary<string, SignedParts>(StringComparer.Ordinal)
    {
        ["assertion"] = SignedParts.Assertion,
        ["response"] = SignedParts.Response,
        ["both"] = SignedParts.Both,
        ["none"] = SignedParts.None,
    };

    /// <summary>The keys of <c>signature</c>.</summary>
    public static IReadOnlyList<string> SignatureKeys { get; } = ["method", "digest", "canonicalization", "inclusive-prefixes", "key-info", "key"];

    /// <summary>The keys of <c>style</c>.</summary>
    public static IReadOnlyList<string> StyleKeys { get; } =
    [
        "protocol-prefix", "assertion-prefix", "signature-prefix", "namespaces-on-root", "xml-declaration", "indented", "attributes-first",
        "attribute-name-format", "value-type", "fraction-digits", "unused-namespace",
    ];

    /// <summary>The keys of <c>encrypt</c>.</summary>
    public static IReadOnlyList<string> EncryptKeys { get; } = ["content", "key-transport", "digest", "mgf", "key-at", "order", "parts", "for"];

    /// <summary>The signing place a step asks for; <c>null</c>: whatever the service provider accepts.</summary>
    public static SignedParts? PlaceOf(IdpAnswers step, VariableScope scope) =>
        step.Sign?.Bind(scope.ValueOf) is { } word and not "accepted"
            ? Places.TryGetValue(word, out var parts)
                ? parts
                : throw new PlayException(step.Location, $"\"{word}\" is no signing place; write response, assertion, both, none or accepted")
            : null;

    public static ResponseDraft Apply(ResponseDraft draft, IdpAnswers step, Play play)
    {
        var signing = draft.Signing with { Parts = SigningPlace.Of(step, play.Case.Scenario, play.Scope, play.Stage) ?? play.Stage.SigningPlaces[0] };
        if (step.Signature is { } signature)
        {
            signing = Sign(signing, signature, play);
        }

        draft = draft with { Signing = signing };
        if (step.Style is { } style)
        {
            draft = draft with { Style = Write(draft.Style, style, play) };
        }

        return step.Encrypt is { } encrypt ? draft with { Encryption = Encrypt(encrypt, play) }
            : play.Stage.InsistsOnEncryption ? draft with { Encryption = Encrypt(new MapValue([], step.Location), play) }
            : draft;
    }

    private static SigningPlan Sign(SigningPlan signing, MapValue words, Play play)
    {
        foreach (var (key, value) in words.Entries)
        {
            var word = Word(value, play);
            signing = key.Raw switch
            {
                "method" => signing with { SignatureMethod = SignatureMethods.GetValueOrDefault(word, word) },
                "digest" => signing with { DigestMethod = DigestMethods.GetValueOrDefault(word, word) },
                "canonicalization" => signing with { CanonicalizationMethod = Canonicalizations.GetValueOrDefault(word, word) },
                "inclusive-prefixes" => signing with { InclusivePrefixes = word },
                "key-info" => signing with { KeyInfo = Enum.Parse<KeyInfoForm>(word.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true) },
                "key" => signing with { Key = play.Stage.OtherKeys.TryGetValue(word, out var other) ? other : throw new PlayException(key.Location, $"there is no key \"{word}\" here") },
                _ => throw new PlayException(key.Location, $"a signature has no \"{key.Raw}\"; write method, digest, canonicalization, inclusive-prefixes, key-info or key"),
            };
        }

        return signing;
    }

    private static XmlStyle Write(XmlStyle style, MapValue words, Play play)
    {
        foreach (var (key, value) in words.Entries)
        {
            var word = Word(value, play);
            style = key.Raw switch
            {
                "protocol-prefix" => style with { ProtocolPrefix = word },
                "assertion-prefix" => style with { AssertionPrefix = word },
                "signature-prefix" => style with { SignaturePrefix = word },
                "namespaces-on-root" => style with { NamespacesOnRoot = word == "true" },
                "xml-declaration" => style with { XmlDeclaration = word == "true" },
                "indented" => style with { Indented = word == "true" },
                "attributes-first" => style with { AttributesBeforeAuthn = word == "true" },
                "attribute-name-format" => style with { AttributeNameFormat = word.Length == 0 ? null : word },
                "value-type" => style with { AttributeValueType = word.Length == 0 ? null : word },
                "fraction-digits" => style with { FractionDigits = int.Parse(word, System.Globalization.CultureInfo.InvariantCulture) },
                "unused-namespace" => style with { ExtraNamespaces = new Dictionary<string, string> { ["unused"] = word } },
                _ => throw new PlayException(key.Location, $"a style has no \"{key.Raw}\""),
            };
        }

        return style;
    }

    private static EncryptionPlan Encrypt(MapValue words, Play play)
    {
        var certificate = play.Stage.EncryptionCertificate
            ?? throw new TamperingNotPossibleException("its encryption certificate is not known: its metadata has none, and the target file names none (\"encryption-certificate\" under \"sp\")");
        if (words.Entries.FirstOrDefault(entry => entry.Key.Raw == "for") is { Value: { } whom } && Word(whom, play) == "second-key")
        {
            certificate = play.Stage.SecondEncryptionCertificate
                ?? throw new PlayException(words.Location, "the service provider's metadata has no second encryption key; write needs: [second-encryption-key]");
        }

        var plan = new EncryptionPlan(certificate);
        plan = play.Stage.BlockEncryption is { } usual ? plan with { ContentMethod = usual } : plan;
        foreach (var (key, value) in words.Entries.Where(entry => entry.Key.Raw != "for"))
        {
            var word = Word(value, play);
            plan = key.Raw switch
            {
                "content" => plan with { ContentMethod = EncryptionWords.Content(word) },
                "key-transport" => plan with { KeyTransportMethod = EncryptionWords.KeyTransport(word) },
                "digest" => plan with { OaepDigest = word == "none" ? null : DigestMethods.GetValueOrDefault(word, word) },
                "mgf" => plan with { Mgf = EncryptionWords.Mgf(word) },
                "key-at" => plan with { EncryptedKeyPlacement = EncryptionWords.Placement(word) },
                "order" => plan with { Order = EncryptionWords.Order(word) },
                "parts" => plan with { Parts = EncryptionWords.Parts(word) },
                _ => throw new PlayException(key.Location, $"an encryption has no \"{key.Raw}\"; write content, key-transport, digest, mgf, key-at, order or parts"),
            };
        }

        return plan;
    }

    private static string Word(Value value, Play play) =>
        value is TextValue text ? text.Text.Bind(play.Scope.ValueOf) : throw new PlayException(value.Location, "one word is needed here");
}
