using System.Xml;
using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Signatures;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>The value that is compared is not the value that was signed.</summary>
internal static class DigestFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        new("reads-first-node-of-digest", "Takes the DigestValue's first child for its text; a comment there is not part of what is signed (xml-crypto).", ["ATK-18"],
            blueprint => ComparingTo(blueprint.Without("signature-form"), signature => signature.DigestValue.FirstChild?.Value ?? "")) { Cves = ["CVE-2025-29775"] },
        new("reads-last-node-of-digest", "Takes the DigestValue's last child for its text; a comment there is not part of what is signed (xml-crypto).", ["ATK-18"],
            blueprint => ComparingTo(blueprint.Without("signature-form"), signature => signature.DigestValue.LastChild?.Value ?? "")) { Cves = ["CVE-2025-29775"] },
        new("digests-last-signed-info", "Verifies the first SignedInfo and follows the Reference of the last (xml-crypto).", ["ATK-17"],
            blueprint => blueprint.ReplacingSignatures(new NaiveSignature
            {
                FollowedSignedInfo = signature => SignedInfos(signature).LastOrDefault(),
                VerifiedSignedInfo = signature => SignedInfos(signature).FirstOrDefault(),
                Read = ReadVerified,
            }.FindFault)) { Cves = ["CVE-2025-29774"] },
        new("digests-first-signed-info", "Verifies the last SignedInfo and follows the Reference of the first (xml-crypto).", ["ATK-17"],
            blueprint => blueprint.ReplacingSignatures(new NaiveSignature
            {
                FollowedSignedInfo = signature => SignedInfos(signature).FirstOrDefault(),
                VerifiedSignedInfo = signature => SignedInfos(signature).LastOrDefault(),
                Read = ReadVerified,
            }.FindFault)) { Cves = ["CVE-2025-29774"] },
        new("digests-any-signed-info", "Verifies the genuine SignedInfo, wherever it stands in the Signature, and follows the Reference of the other (xml-crypto).", ["ATK-17"],
            blueprint => blueprint.ReplacingSignatures(attempt =>
            {
                string? fault = null;
                foreach (var turned in (bool[])[false, true])
                {
                    fault = Faults.Try(() => new NaiveSignature
                    {
                        FollowedSignedInfo = signature => turned ? SignedInfos(signature).FirstOrDefault() : SignedInfos(signature).LastOrDefault(),
                        VerifiedSignedInfo = signature => turned ? SignedInfos(signature).LastOrDefault() : SignedInfos(signature).FirstOrDefault(),
                        Read = ReadVerified,
                    }.FindFault(attempt));
                    if (fault is null)
                    {
                        break;
                    }
                }

                return fault;
            })) { Cves = ["CVE-2025-29774"] },
        new("follows-references-in-objects", "Follows the last Reference that stands anywhere below the Signature, in a Manifest too, once SignedInfo was verified.", ["ATK-17"],
            blueprint => blueprint.ReplacingSignatures(attempt => new NaiveSignature
            {
                FollowedSignedInfo = signature => signature.Descendants().LastOrDefault(element => element.Is("Reference", XmlNames.Signature))?.ParentNode as XmlElement,
                Read = (_, _) => attempt.Response.Element("Assertion", XmlNames.Assertion),
            }.FindFault(attempt))),
        new("verifies-signed-info-as-written", "Makes the first SignedInfo canonical, follows its Reference, and verifies the last one as it is written (goxmldsig).", ["ATK-17"],
            blueprint => blueprint.ReplacingSignatures(new NaiveSignature
            {
                FollowedSignedInfo = signature => SignedInfos(signature).FirstOrDefault(),
                VerifiedSignedInfo = signature => SignedInfos(signature).LastOrDefault(),
                Read = ReadVerified,
            }.FindFault) with
            {
                ValueMatches = (signature, keys) =>
                    (signature.SignedInfo == SignedInfos(signature.Element).First() || DeclaresItsPrefix(signature.SignedInfo)) && SignatureVerifier.ValueMatches(signature, keys),
            }) { Cves = ["CVE-2020-15216"] },
        new("reads-first-digest-of-document", "Finds the DigestValue by an XPath that starts at the root, so one smuggled into the message's head is compared (ruby-saml).", ["ATK-09", "ATK-18"],
            blueprint => ComparingTo(blueprint, First("DigestValue")).ReplacingSignatures(new NaiveSignature { Signatures = FirstSignature }.FindFault)) { Cves = ["CVE-2024-45409"] },
        new("reads-first-reference-of-document", "Finds the Reference by an XPath that starts at the root, so one smuggled into the message's head is followed (ruby-saml).", ["ATK-09", "ATK-18"],
            blueprint => blueprint.ReplacingSignatures(new NaiveSignature
            {
                FollowedSignedInfo = signature => InDocument(signature, "Reference").FirstOrDefault()?.ParentNode is XmlElement holder && holder.Is("SignedInfo", XmlNames.Signature)
                    ? holder
                    : Around(InDocument(signature, "Reference").FirstOrDefault()),
                Signatures = FirstSignature,
                Read = ReadVerified,
            }.FindFault)) { Cves = ["CVE-2024-45409"] },
        new("parsers-differ-digest-naive", "Verifies the SignatureValue by one parser's Signature and reads the digest by another's, which takes any attribute with local name xmlns for the default namespace (ruby-saml).",
            ["ATK-21"],
            blueprint => blueprint.ReplacingSignatures(attempt => TwoParsers(attempt, digestByNaive: true))) { Cves = ["CVE-2025-25292", "CVE-2025-25291", "CVE-2025-66567"] },
        new("parsers-differ-value-naive", "As parsers-differ-digest-naive, the other way round: the naive parser finds the Signature whose value is verified.", ["ATK-21"],
            blueprint => blueprint.ReplacingSignatures(attempt => TwoParsers(attempt, digestByNaive: false))) { Cves = ["CVE-2025-25292", "CVE-2025-25291", "CVE-2025-66567"] },
        new("parsers-differ-void", "Verifies the SignatureValue by one parser's Signature and compares the digest in the other's, that of nothing where canonicalization fails (ruby-saml).",
            ["ATK-21", "ATK-20"],
            blueprint => blueprint.ReplacingSignatures(EitherWay(digestedIsOmitted: false)) with { DigestMatches = SignatureFlaws.VoidIsEqual })
        {
            Cves = ["CVE-2025-25292", "CVE-2025-66567", "CVE-2025-66568"],
        },
        new("parsers-differ-enveloped", "Verifies the SignatureValue by one parser's Signature and compares the digest in the other's, which it takes out of what is digested.",
            ["ATK-21"],
            blueprint => blueprint.ReplacingSignatures(EitherWay(digestedIsOmitted: true))) { Cves = ["CVE-2025-66567"] },
    ];

    private static Blueprint ComparingTo(Blueprint blueprint, Func<XmlSignature, string> digestValue) => blueprint with
    {
        DigestMatches = (signature, signed) => SignatureVerifier.DigestIs(
            signature, Canonicalizer.Write(signed, SignatureVerifier.SignedForm(signature), signature.Element), digestValue(signature)),
    };

    private static Func<XmlSignature, string> First(string name) =>
        signature => InDocument(signature.Element, name).FirstOrDefault()?.Text() ?? "";

    private static IEnumerable<XmlElement> FirstSignature(LoginAttempt attempt) => NaiveSignature.EverySignature(attempt).Take(1);

    private static IEnumerable<XmlElement> InDocument(XmlElement element, string name) =>
        element.OwnerDocument.Descendants().Where(descendant => descendant.Is(name, XmlNames.Signature));

    private static IEnumerable<XmlElement> SignedInfos(XmlElement signature) =>
        signature.Descendants().Where(element => element.Is("SignedInfo", XmlNames.Signature));

    private static bool DeclaresItsPrefix(XmlElement element) =>
        element.HasAttribute(element.Prefix.Length == 0 ? "xmlns" : element.Prefix, XmlNames.Xmlns);

    /// <summary>What the Reference named is read: the assertion itself, or the one in the Response.</summary>
    private static XmlElement? ReadVerified(LoginAttempt attempt, IReadOnlyList<XmlElement> verified) =>
        verified.FirstOrDefault(element => element.Is("Assertion", XmlNames.Assertion))
        ?? verified[0].Element("Assertion", XmlNames.Assertion);

    private static XmlElement? Around(XmlElement? reference)
    {
        if (reference is null)
        {
            return null;
        }

        var holder = reference.OwnerDocument.CreateElement("SignedInfo", XmlNames.Signature);
        holder.AppendChild(reference.CloneNode(deep: true));
        return holder;
    }

    private static Func<LoginAttempt, string?> EitherWay(bool digestedIsOmitted) => attempt =>
        Faults.Try(() => TwoParsers(attempt, digestByNaive: true, digestedIsOmitted)) is { } fault
            ? Faults.Try(() => TwoParsers(attempt, digestByNaive: false, digestedIsOmitted)) is null ? null : fault
            : null;

    private static string? TwoParsers(LoginAttempt attempt, bool digestByNaive, bool digestedIsOmitted = false)
    {
        var everything = NaiveSignature.Top(attempt).Descendants().Where(element => element.LocalName == "Signature").ToList();
        var real = everything.FirstOrDefault(element => element.NamespaceURI == XmlNames.Signature && HasSignedInfo(element));
        var naive = everything.FirstOrDefault(element => NaiveNamespace(element) == XmlNames.Signature && HasSignedInfo(element));
        if (real is null || naive is null)
        {
            return new NaiveSignature().FindFault(attempt);
        }

        // As a rule the parser that verifies the value also takes its Signature out of what is digested.
        var (digesting, valued) = digestByNaive ? (naive, real) : (real, naive);
        var holder = digestedIsOmitted || valued.NamespaceURI != XmlNames.Signature ? digesting : valued;
        var verified = AnySignedInfo(digestByNaive ? valued : InNaiveNamespace(valued));
        var followed = AnySignedInfo(digestByNaive ? InNaiveNamespace(digesting) : digesting);
        return new NaiveSignature
        {
            Signatures = _ => [holder],
            VerifiedSignedInfo = _ => verified,
            FollowedSignedInfo = _ => followed,
        }.FindFault(attempt);
    }

    /// <summary>The Signature as the naive parser sees it: what has no prefix is in the namespace that it believes in.</summary>
    private static XmlElement InNaiveNamespace(XmlElement element)
    {
        var seen = element.OwnerDocument.CreateElement(element.Prefix, element.LocalName, NaiveNamespace(element));
        foreach (XmlAttribute attribute in element.Attributes)
        {
            if (attribute.LocalName != "xmlns" && attribute.NamespaceURI != XmlNames.Xmlns)
            {
                seen.SetAttributeNode((XmlAttribute)attribute.CloneNode(deep: true));
            }
        }

        foreach (XmlNode child in element.ChildNodes)
        {
            seen.AppendChild(child is XmlElement inner ? InNaiveNamespace(inner) : child.CloneNode(deep: true));
        }

        return seen;
    }

    private static bool HasSignedInfo(XmlElement signature) => AnySignedInfo(signature) is not null;

    private static XmlElement? AnySignedInfo(XmlElement signature) => signature.Elements().FirstOrDefault(child => child.LocalName == "SignedInfo");

    private static string NaiveNamespace(XmlElement element)
    {
        if (element.Prefix.Length > 0)
        {
            return element.NamespaceURI;
        }

        for (XmlNode? at = element; at is XmlElement holder; at = at.ParentNode)
        {
            if (holder.Attributes.Cast<XmlAttribute>().LastOrDefault(attribute => attribute.LocalName == "xmlns") is { } declaration)
            {
                return declaration.Value;
            }
        }

        return "";
    }
}
