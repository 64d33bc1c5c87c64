using System.Security.Cryptography;
using System.Xml;
using Conformance.Saml.Names;

namespace Conformance.Saml.Potency;

/// <summary>A Reference of a SignedInfo.</summary>
internal sealed class ExaminedReference
{
    private readonly XmlElement _element;
    private readonly XmlElement _signature;

    public ExaminedReference(XmlElement element, XmlElement signature, ExaminedMessage message)
    {
        _element = element;
        _signature = signature;
        Uri = element.GetAttributeNode("URI")?.Value;
        Targets = Uri switch
        {
            null => [],
            "" => [message.Document!.DocumentElement!],
            _ when Uri.StartsWith('#') => [.. message.ById(Uri[1..])],
            _ => [],
        };
        Target = Targets.FirstOrDefault(IsFulfilledBy);
    }

    public string? Uri { get; }

    /// <summary>All elements that the URI can mean: several when an ID is there twice.</summary>
    public IReadOnlyList<XmlElement> Targets { get; }

    /// <summary>The one whose digest fits.</summary>
    public XmlElement? Target { get; }

    public bool IsFulfilled => Target is not null;

    /// <summary>The digest that this Reference would need to have for an element; null when it cannot be known.</summary>
    public byte[]? DigestOf(XmlElement target) => Transformed(target) is not { } bytes
        ? null
        : ExaminedSignature.Algorithm(_element, "DigestMethod") switch
        {
            DigestAlgorithms.Sha1 => SHA1.HashData(bytes),
            DigestAlgorithms.Sha256 => SHA256.HashData(bytes),
            DigestAlgorithms.Sha384 => SHA384.HashData(bytes),
            DigestAlgorithms.Sha512 => SHA512.HashData(bytes),
            DigestAlgorithms.Md5 => MD5.HashData(bytes),
            _ => null,
        };

    private bool IsFulfilledBy(XmlElement target)
    {
        var expected = ExaminedSignature.Base64(
            ExaminedSignature.Children(_element, "DigestValue").FirstOrDefault()?.InnerText);
        return expected is not null && DigestOf(target) is { } digest && digest.AsSpan().SequenceEqual(expected);
    }

    private byte[]? Transformed(XmlElement target)
    {
        XmlElement? leftOut = null;
        var method = CanonicalizationAlgorithms.Inclusive;
        string? prefixes = null;
        foreach (var transform in ExaminedSignature.Children(_element, "Transforms")
            .SelectMany(transforms => ExaminedSignature.Children(transforms, "Transform")))
        {
            var algorithm = transform.GetAttribute("Algorithm");
            if (algorithm == CanonicalizationAlgorithms.EnvelopedSignature)
            {
                leftOut = _signature;
                continue;
            }

            method = algorithm;
            prefixes = transform.ChildNodes.OfType<XmlElement>()
                .FirstOrDefault(child => child.LocalName == "InclusiveNamespaces")?.GetAttribute("PrefixList");
        }

        // What a same-document reference selects has no comments, whatever the canonicalization.
        return PlatformCanonicalization.Canonicalize(target, method, prefixes, leftOut, withoutComments: true);
    }
}
