using System.Globalization;
using System.Xml;

namespace Conformance.Saml.Messages;

/// <summary>Reads XML that others wrote: no DTD, bounded, errors as sentences.</summary>
internal static class UntrustedXml
{
    private const long Limit = 16 << 20;

    public static XmlElement? TryRead(string xml, ICollection<MessageProblem> problems, string clause)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = Limit,
        };
        try
        {
            using var text = new StringReader(xml.TrimStart('\uFEFF'));
            using var reader = XmlReader.Create(text, settings);
            var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            document.Load(reader);
            return document.DocumentElement;
        }
        catch (XmlException error)
        {
            problems.Add(new MessageProblem(clause, $"The message is not well-formed XML: {error.Message}"));
            return null;
        }
    }

    public static string? Attribute(XmlElement? element, string name) =>
        element?.GetAttributeNode(name)?.Value;

    public static bool? Boolean(XmlElement element, string name) => Attribute(element, name)?.Trim() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    public static DateTimeOffset? Time(XmlElement? element, string name)
    {
        try
        {
            return Attribute(element, name) is { } text && text.Contains('T', StringComparison.Ordinal)
                ? XmlConvert.ToDateTimeOffset(text)
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static TimeSpan? Duration(XmlElement element, string name)
    {
        try
        {
            return Attribute(element, name) is { } text ? XmlConvert.ToTimeSpan(text) : null;
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return null;
        }
    }

    public static int? Number(XmlElement element, string name) =>
        int.TryParse(Attribute(element, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
