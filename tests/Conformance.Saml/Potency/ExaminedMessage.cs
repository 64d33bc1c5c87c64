using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml;
using Conformance.Saml.Names;

namespace Conformance.Saml.Potency;

/// <summary>A message read again from its bytes, by somebody who did not write it.</summary>
internal sealed class ExaminedMessage
{
    private const int EntityLimit = 1 << 20;

    public ExaminedMessage(byte[] bytes, PublicKey idpKey, PublicKey strangerKey)
    {
        Bytes = bytes;
        IdpKey = idpKey;
        StrangerKey = strangerKey;
        Text = Encoding.UTF8.GetString(bytes);
        try
        {
            Document = Read(bytes);
            Elements = [.. Document.SelectNodes("//*")!.OfType<XmlElement>()];
            Signatures = [.. Elements.Where(element =>
                element is { LocalName: "Signature", NamespaceURI: SamlNamespaces.XmlSignature })
                .Select(element => new ExaminedSignature(element, this))];
        }
        catch (XmlException error)
        {
            Unreadable = error.Message;
        }
    }

    public byte[] Bytes { get; }

    public string Text { get; }

    public PublicKey IdpKey { get; }

    public PublicKey StrangerKey { get; }

    public XmlDocument? Document { get; }

    /// <summary>Why the message is no XML; null when it is.</summary>
    public string? Unreadable { get; }

    /// <summary>All elements in document order.</summary>
    public IReadOnlyList<XmlElement> Elements { get; } = [];

    public IReadOnlyList<ExaminedSignature> Signatures { get; } = [];

    /// <summary>Whether a signature of the IdP stands and covers an element.</summary>
    public bool IsVouchedFor(XmlElement element) => Signatures.Any(signature =>
        signature.Covered(IdpKey).Any(covered => Contains(covered, element) && !Contains(signature.Element, element)));

    public IEnumerable<XmlElement> ById(string id) => Elements.Where(element => element.GetAttribute("ID") == id);

    public static bool Contains(XmlNode outer, XmlNode inner)
    {
        for (var node = inner; node is not null; node = node.ParentNode)
        {
            if (ReferenceEquals(node, outer))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A DTD is read, for the tamperings that write one; nothing outside the message ever is.</summary>
    private static XmlDocument Read(byte[] bytes)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
            MaxCharactersFromEntities = EntityLimit,
        };
        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.Load(reader);
        return document;
    }
}
