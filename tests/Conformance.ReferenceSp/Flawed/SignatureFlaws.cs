using System.Security.Cryptography;
using System.Xml;
using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Signatures;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>Signatures that are there but not, or not all, or not rightly verified.</summary>
internal static class SignatureFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        new("verifies-only-if-present", "Verifies a signature that is there and is content when none is.", ["NEG-01", "ATK-11"],
            blueprint => blueprint.Without("assertion-is-signed")) { Cves = ["CVE-2020-12676"] },
        new("takes-empty-signature-for-one", "Looks whether there is a Signature element, and verifies it only when it has a SignedInfo.", ["ATK-11"],
            blueprint => blueprint.ReplacingSignatures(attempt =>
                attempt.Response.Descendants().FirstOrDefault(element => element.LocalName == "Signature") is { } signature
                && signature.Element("SignedInfo", XmlNames.Signature) is null
                    ? Unverified(attempt)
                    : new NaiveSignature().FindFault(attempt))),
        new("reads-name-by-prefix-when-refused", "Where no signature holds, it looks for a NameID by the prefix that some identity providers write, and signs that person in (better-auth).", ["ATK-11", "NEG-01"],
            blueprint => blueprint with
            {
                Checks = [.. blueprint.Checks.Select(check => check.IsAboutSignatures
                    ? check with { FindFault = attempt => Faults.Try(() => check.FindFault(attempt)) is { } fault && !HasElement(attempt, "saml2:NameID") ? fault : null }
                    : check)],
            }),
        new("verifies-by-prefix", "Looks for the signature to verify by the prefix ds or none, and for whether there is one by its namespace.", ["ATK-11", "NEG-03"],
            blueprint => blueprint
                .Replacing("response-signature", attempt => SignatureChecks.ResponseVerifies(attempt) is { } fault && HasElement(attempt, "ds:Signature", "Signature") ? fault : null)
                .Replacing("assertion-signature", attempt => SignatureChecks.AssertionVerifies(attempt) is { } fault && HasElement(attempt, "ds:Signature", "Signature") ? fault : null)),
        new("verifies-response-signature-only", "When the Response is signed, the assertion's own signature is not looked at.", ["NEG-03"],
            blueprint => blueprint.Replacing("assertion-signature", attempt => attempt.ResponseIsVerified ? null : SignatureChecks.AssertionVerifies(attempt))),
        new("verifies-assertion-signature-only", "When the assertion is signed, the Response's signature is not looked at.", ["NEG-03"],
            blueprint => blueprint.Replacing("response-signature", attempt => attempt.AssertionSignature is null ? SignatureChecks.ResponseVerifies(attempt) : null)),
        new("ignores-digest", "Verifies the SignatureValue over SignedInfo but never computes the digest of what is signed.", ["NEG-03"],
            blueprint => blueprint with { DigestMatches = (_, _) => true }),
        new("ignores-signature-value", "Compares the digest but never verifies the SignatureValue, so anybody can sign.", ["NEG-02", "NEG-03", "ATK-12"],
            blueprint => blueprint with { ValueMatches = (_, _) => true }),
        new("accepts-empty-signature-value", "Takes a signature without a value for one that need not be verified.", ["NEG-03", "ATK-12"],
            blueprint => blueprint.Without("signature-form") with
            {
                ValueMatches = (signature, keys) => string.IsNullOrWhiteSpace(signature.SignatureValue.Text()) || SignatureVerifier.ValueMatches(signature, keys),
            }),
        new("takes-verifier-error-for-success", "The verifier answers 1, 0 or -1, and whatever is not 0 counts as good: an algorithm that does not fit the key, or a value of a wrong length (SimpleSAMLphp).",
            ["NEG-06", "ATK-12"],
            blueprint => blueprint.Without("signature-algorithms", "signature-form") with { ValueMatches = ErrorIsSuccess }) { Cves = ["CVE-2016-9814"] },
        new("accepts-psychic-signature", "The ECDSA verifier does not refuse r = s = 0, which verifies for every message (Java 15 to 18).", ["ATK-12"],
            blueprint => blueprint with
            {
                ValueMatches = (signature, keys) =>
                    (signature.SignatureMethod.Contains("ecdsa", StringComparison.Ordinal)
                        && Convert.FromBase64String(signature.SignatureValue.Text()) is { Length: > 0 } value && Array.TrueForAll(value, one => one == 0))
                    || SignatureVerifier.ValueMatches(signature, keys),
            }) { Cves = ["CVE-2022-21449"] },
        new("accepts-none-algorithm", "A signature algorithm that it does not know, or none, needs no verification.", ["NEG-06"],
            blueprint => blueprint.Without("signature-algorithms") with
            {
                ValueMatches = (signature, keys) => SignatureMethods.Find(signature.SignatureMethod) is null || SignatureVerifier.ValueMatches(signature, keys),
            }),
        new("accepts-sha1", "Still takes RSA-SHA1 and SHA-1 digests, as .NET's SignedXml does.", ["NEG-05"],
            blueprint => blueprint.Without("signature-algorithms")),
        new("accepts-weak-digest", "Checks the signature algorithm but takes any digest, down to MD5.", ["NEG-05"],
            blueprint => blueprint.Replacing("signature-algorithms", attempt =>
                SignatureChecks.Signatures(attempt).All(signature => SignatureMethods.Sound.ContainsKey(signature.SignatureMethod)) ? null : "The signature algorithm is not accepted.")),
        new("takes-unknown-digest-for-match", "A digest that it cannot compute is not compared.", ["NEG-06"],
            blueprint => blueprint.Without("signature-algorithms") with
            {
                DigestMatches = (signature, signed) => DigestMethods.Find(signature.DigestMethod) is null || SignatureVerifier.DigestMatches(signature, signed),
            }),
        new("passes-over-transforms", "Carries out the transforms that it knows and passes over the others.", ["ATK-15"],
            blueprint => blueprint.Without("signature-form")),
        new("takes-any-transforms-result", "Carries out whatever transforms a Reference lists; where they leave nothing, there is nothing to compare.", ["ATK-15"],
            blueprint => blueprint.Without("signature-form") with
            {
                DigestMatches = (signature, signed) => signature.Transforms.Any(transform => !IsProfiled(XmlSignature.Algorithm(transform))) || SignatureVerifier.DigestMatches(signature, signed),
            }),
        new("accepts-short-keys", "Does not mind an RSA key of 1024 bits.", ["NEG-05"],
            blueprint => blueprint with { TrustedKeys = (attempt, _) => attempt.Company.Keys }),
        new("void-canonicalization", "When canonicalization fails, as for a relative namespace URI, there is nothing to compare, and nothing differs (ruby-saml, xmlseclibs).", ["ATK-20"],
            blueprint => blueprint.Replacing("only-the-signed-is-read", _ => null) with { DigestMatches = VoidIsEqual }) { Cves = ["CVE-2025-66568", "CVE-2025-66578"] },
        new("takes-failed-canonicalization-for-empty", "When canonicalization fails, it digests and verifies the empty string that comes of it (php-saml and SimpleSAMLphp by xmlseclibs).", ["ATK-20"],
            blueprint => blueprint.Replacing("only-the-signed-is-read", _ => null) with { DigestMatches = VoidIsEmpty, ValueMatches = VoidIsSigned })
        {
            Cves = ["CVE-2025-66568", "CVE-2025-66578"],
        },
        new("digests-instruction-as-text", "Canonicalizes a processing instruction as if its data were text, but reads the text without it.", ["ATK-19"],
            blueprint => blueprint.Without("no-processing-instructions").Replacing("only-the-signed-is-read", _ => null) with
            {
                DigestMatches = (signature, signed) => SignatureVerifier.DigestIs(
                    signature,
                    Canonicalizer.Write(signed, SignatureVerifier.SignedForm(signature) with { WritesInstructionsAsText = true }, signature.Element),
                    signature.DigestValue.Text()),
            }),
    ];

    private static bool IsProfiled(string? algorithm) =>
        algorithm is XmlNames.EnvelopedSignature or null || algorithm.StartsWith(XmlNames.ExclusiveCanonicalization, StringComparison.Ordinal);

    private static string? Unverified(LoginAttempt attempt)
    {
        attempt.Assertion = NaiveSignature.Assertions(attempt).First();
        return null;
    }

    private static bool HasElement(LoginAttempt attempt, params string[] names) =>
        NaiveSignature.Top(attempt).Descendants().Any(element => names.Contains(element.Name));

    private static bool ErrorIsSuccess(XmlSignature signature, IReadOnlyList<VerificationKey> keys)
    {
        var value = Convert.FromBase64String(signature.SignatureValue.Text());
        var result = SignatureMethods.Find(signature.SignatureMethod) is { } method && keys.Any(key => key.Kind == method.Key && value.Length == key.Size / 8)
            ? SignatureVerifier.ValueMatches(signature, keys) ? 1 : 0
            : -1;
        return result != 0;
    }

    // Whoever canonicalizes a part goes through the document for it, and so fails on what stands anywhere before.
    private static bool HasCanonicalForm(XmlElement part) => part.OwnerDocument.Descendants()
        .SelectMany(element => element.Attributes.Cast<XmlAttribute>())
        .All(attribute => attribute.NamespaceURI != XmlNames.Xmlns || Uri.IsWellFormedUriString(attribute.Value, UriKind.Absolute));

    private static bool VoidIsEmpty(XmlSignature signature, XmlElement signed) => HasCanonicalForm(signed)
        ? SignatureVerifier.DigestMatches(signature, signed)
        : SignatureVerifier.DigestIs(signature, [], signature.DigestValue.Text());

    private static bool VoidIsSigned(XmlSignature signature, IReadOnlyList<VerificationKey> keys) => HasCanonicalForm(signature.Element)
        ? SignatureVerifier.ValueMatches(signature, keys)
        : SignatureMethods.Find(signature.SignatureMethod) is { } method
            && keys.Any(key => key.Verifies(method, [], Convert.FromBase64String(signature.SignatureValue.Text())));

    public static bool VoidIsEqual(XmlSignature signature, XmlElement signed)
    {
        try
        {
            return SignatureVerifier.DigestMatches(signature, signed);
        }
        catch (CryptographicException)
        {
            return true;
        }
    }
}
