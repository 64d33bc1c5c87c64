using System.Xml;
using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Encryption;
using Conformance.ReferenceSp.Signatures;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>
/// How many libraries do it: verify whatever signatures are found, then go and look for an assertion. The mathematics
/// is right; what was verified and what is read are two searches. A flaw replaces one of the searches.
/// </summary>
internal sealed record NaiveSignature
{
    /// <summary>The Signature elements that are looked at.</summary>
    public Func<LoginAttempt, IEnumerable<XmlElement>> Signatures { get; init; } = EverySignature;

    /// <summary>The SignedInfo whose signature value is verified.</summary>
    public Func<XmlElement, XmlElement?> VerifiedSignedInfo { get; init; } = FirstSignedInfo;

    /// <summary>The SignedInfo whose references are followed.</summary>
    public Func<XmlElement, XmlElement?> FollowedSignedInfo { get; init; } = FirstSignedInfo;

    /// <summary>The element that an id names.</summary>
    public Func<LoginAttempt, string, XmlElement?> Resolve { get; init; } = (attempt, id) => WithId(attempt, id).FirstOrDefault();

    /// <summary>The assertion that is read, given the elements that were verified.</summary>
    public Func<LoginAttempt, IReadOnlyList<XmlElement>, XmlElement?> Read { get; init; } = (attempt, _) => Assertions(attempt).FirstOrDefault();

    public string? FindFault(LoginAttempt attempt)
    {
        var verified = new List<XmlElement>();
        var seen = new HashSet<XmlElement>();
        var fault = VerifyNew(attempt, seen, verified);
        if (fault is not null)
        {
            return fault;
        }

        if (OpenEncrypted(attempt))
        {
            fault = VerifyNew(attempt, seen, verified);
        }

        if (fault is not null || verified.Count == 0)
        {
            return fault ?? "Nothing in the message is signed.";
        }

        attempt.ResponseIsVerified = verified.Contains(attempt.Response);
        attempt.Assertion = Read(attempt, verified) ?? attempt.Assertion;
        return attempt.Assertion.Is("Assertion", XmlNames.Assertion) ? null : "The Response holds no assertion.";
    }

    /// <summary>Puts the first encrypted assertion's plain text in its place; false when there is none.</summary>
    public static bool OpenEncrypted(LoginAttempt attempt)
    {
        var encrypted = Top(attempt).Descendants().FirstOrDefault(element => element.Is("EncryptedAssertion", XmlNames.Assertion));
        if (encrypted is null || attempt.Company.DecryptionKeys.ToList() is not { Count: > 0 } keys)
        {
            return false;
        }

        encrypted.ParentNode!.ReplaceChild(Decryption.Open(encrypted, keys), encrypted);
        return true;
    }

    public static XmlNode Top(LoginAttempt attempt) => attempt.Response.ParentNode ?? attempt.Response;

    public static IEnumerable<XmlElement> Assertions(LoginAttempt attempt) =>
        Top(attempt).Descendants().Where(element => element.Is("Assertion", XmlNames.Assertion));

    public static IEnumerable<XmlElement> WithId(LoginAttempt attempt, string id) =>
        Top(attempt).Descendants().Where(element => element.Value("ID") == id);

    public static IEnumerable<XmlElement> EverySignature(LoginAttempt attempt) =>
        Top(attempt).Descendants().Where(element =>
            element.Is("Signature", XmlNames.Signature) && element.Element("SignedInfo", XmlNames.Signature) is not null);

    private static XmlElement? FirstSignedInfo(XmlElement signature) => signature.Element("SignedInfo", XmlNames.Signature);

    private string? VerifyNew(LoginAttempt attempt, HashSet<XmlElement> seen, List<XmlElement> verified)
    {
        foreach (var element in Signatures(attempt).ToList().Where(seen.Add))
        {
            var (followed, checkedInfo) = (FollowedSignedInfo(element), VerifiedSignedInfo(element));
            if (followed is null || checkedInfo is null)
            {
                return "A Signature has no SignedInfo.";
            }

            var signature = new XmlSignature(element, followed);
            var uri = signature.Reference.Value("URI") ?? "";
            var signed = uri.Length == 0 ? attempt.Response : Resolve(attempt, uri[1..]);
            if (signed is null || !attempt.Blueprint.DigestMatches(signature, signed))
            {
                return "The signed element was changed or is not there.";
            }

            var keys = attempt.Blueprint.TrustedKeys(attempt, signature).ToList();
            if (!attempt.Blueprint.ValueMatches(new XmlSignature(element, checkedInfo), keys))
            {
                return "The signature was not made with the configured certificate.";
            }

            verified.Add(signed);
        }

        return null;
    }
}
