using System.Xml;

namespace Conformance.ReferenceSp.Xml;

/// <summary>The one way in which XML from outside becomes a tree: no DTD, bounded, white space kept.</summary>
internal static class XmlParsing
{
    private const int DeepestElement = 64;
    private const int MostCharacters = 4 * 1024 * 1024;

    public static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
    };

    public static XmlDocument Parse(byte[] message)
    {
        // The tree is walked recursively later on, so its depth is bounded before it is built.
        using (var scan = XmlReader.Create(new MemoryStream(message), Settings))
        {
            while (scan.Read())
            {
                if (scan.Depth > DeepestElement)
                {
                    throw new XmlException($"Elements are nested deeper than {DeepestElement}.");
                }
            }
        }

        using var reader = XmlReader.Create(new MemoryStream(message), Settings);
        return Load(reader);
    }

    public static XmlDocument Load(XmlReader reader)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.Load(reader);
        return document;
    }
}
