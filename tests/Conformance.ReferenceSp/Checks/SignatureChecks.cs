using System.Xml;
using Conformance.ReferenceSp.Signatures;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Checks;

/// <summary>Do the signatures hold, and what do they cover? A signature that is there is always verified.</summary>
internal static class SignatureChecks
{
    private const int SmallestRsaKey = 2048;
    private const int MostTransforms = 2;

    public static string? HaveTheProfiledForm(LoginAttempt attempt) =>
        Signatures(attempt).Select(FormFault).FirstOrDefault(fault => fault is not null);

    public static string? UseSoundAlgorithms(LoginAttempt attempt)
    {
        foreach (var signature in Signatures(attempt))
        {
            if (!SignatureMethods.Sound.ContainsKey(signature.SignatureMethod))
            {
                return $"The signature algorithm \"{signature.SignatureMethod}\" is not accepted.";
            }

            if (!DigestMethods.Sound.ContainsKey(signature.DigestMethod))
            {
                return $"The digest algorithm \"{signature.DigestMethod}\" is not accepted.";
            }
        }

        return null;
    }

    public static string? ResponseVerifies(LoginAttempt attempt)
    {
        attempt.ResponseIsVerified = attempt.ResponseSignature is not null;
        return Fault(attempt, attempt.ResponseSignature, attempt.Response);
    }

    public static string? AssertionVerifies(LoginAttempt attempt)
    {
        attempt.AssertionIsVerified = attempt.AssertionSignature is not null;
        return Fault(attempt, attempt.AssertionSignature, attempt.Assertion);
    }

    public static string? AssertionIsCovered(LoginAttempt attempt) =>
        attempt.ResponseIsVerified || attempt.AssertionIsVerified ? null : "Neither the Response nor its assertion is signed.";

    public static string? ReadOnlyWhatIsSigned(LoginAttempt attempt)
    {
        var assertion = SignatureVerifier.Reread(attempt.Assertion, attempt.AssertionSignature?.Element);
        if (attempt.ResponseIsVerified)
        {
            attempt.Response = SignatureVerifier.Reread(attempt.Response, attempt.ResponseSignature!.Element);
        }

        attempt.Assertion = assertion;
        return null;
    }

    /// <summary>The key comes from the configuration alone; KeyInfo is at most a hint (saml-core 5.4.5).</summary>
    public static IEnumerable<VerificationKey> ConfiguredKeys(LoginAttempt attempt, XmlSignature signature) =>
        attempt.Company.Keys.Where(key => key.Kind != KeyKind.Rsa || key.Size >= SmallestRsaKey);

    internal static IEnumerable<XmlSignature> Signatures(LoginAttempt attempt) =>
        new[] { attempt.ResponseSignature, attempt.AssertionSignature }.OfType<XmlSignature>();

    internal static string? Fault(LoginAttempt attempt, XmlSignature? signature, XmlElement signed)
    {
        if (signature is null)
        {
            return null;
        }

        if (!attempt.Blueprint.DigestMatches(signature, signed))
        {
            return $"The {signed.LocalName} was changed after it was signed.";
        }

        var keys = attempt.Blueprint.TrustedKeys(attempt, signature).ToList();
        return keys.Count == 0
            ? "No certificate of the identity provider is configured whose key is strong enough."
            : attempt.Blueprint.ValueMatches(signature, keys)
                ? null
                : $"The signature of the {signed.LocalName} was not made with the certificate configured for the identity provider.";
    }

    internal static string? FormFault(XmlSignature signature)
    {
        var parts = signature.Element.Elements().Select(part => part.LocalName).ToList();
        if (parts is not (["SignedInfo", "SignatureValue"] or ["SignedInfo", "SignatureValue", "KeyInfo"])
            || signature.Element.Elements().Any(part => part.NamespaceURI != XmlNames.Signature))
        {
            return "A Signature holds something else than SignedInfo, SignatureValue and KeyInfo.";
        }

        var info = signature.SignedInfo.Elements().ToList();
        if (info.Count != 3 || !info[0].Is("CanonicalizationMethod", XmlNames.Signature)
            || !info[1].Is("SignatureMethod", XmlNames.Signature) || !info[2].Is("Reference", XmlNames.Signature))
        {
            return "A SignedInfo does not hold exactly one Reference.";
        }

        if (XmlSignature.Form(info[0]) is null)
        {
            return $"The canonicalization \"{signature.CanonicalizationMethod}\" is not accepted.";
        }

        if (signature.Reference.Value("URI") != "#" + signature.Parent?.Value("ID"))
        {
            return "A signature's Reference does not name the element that holds the signature.";
        }

        var reference = signature.Reference.Elements().ToList();
        if (reference.Count != 3 || !reference[0].Is("Transforms", XmlNames.Signature)
            || !reference[1].Is("DigestMethod", XmlNames.Signature) || !reference[2].Is("DigestValue", XmlNames.Signature))
        {
            return "A signature's Reference does not hold Transforms, one DigestMethod and one DigestValue.";
        }

        if (signature.Transforms.Count is 0 or > MostTransforms || !signature.Transforms.All(IsAccepted)
            || !IsEnveloped(signature.Transforms[0]) || signature.Transforms.Skip(1).Any(IsEnveloped))
        {
            return "A signature's transforms are not the enveloped-signature and one canonicalization.";
        }

        return IsText(signature.DigestValue) && IsText(signature.SignatureValue)
            ? null
            : "A DigestValue or SignatureValue holds something else than text.";
    }

    private static bool IsEnveloped(XmlElement transform) => XmlSignature.Algorithm(transform) == XmlNames.EnvelopedSignature;

    private static bool IsAccepted(XmlElement transform) =>
        transform.Is("Transform", XmlNames.Signature)
        && (IsEnveloped(transform) ? !transform.Elements().Any() : XmlSignature.Form(transform) is not null);

    private static bool IsText(XmlElement element) => element.ChildNodes is { Count: 1 } children && children[0] is XmlText { Length: > 0 };
}
