using System.Globalization;
using System.Xml;
using Conformance.Saml.Forging;

namespace Conformance.Saml.Tamperings.Edits;

/// <summary>
/// A place in a message: local names from the Response, separated by slashes; <c>[2]</c> takes the second,
/// <c>Attribute[email]</c> the one of that Name; <c>@ID</c> ends at an attribute, <c>text()</c> at the text.
/// </summary>
internal sealed class EditPath
{
    private readonly string _text;
    private readonly List<PathSegment> _elements = [];

    public EditPath(string text)
    {
        _text = text;
        foreach (var part in Split(text))
        {
            if (part.StartsWith('@'))
            {
                Attribute = part[1..];
            }
            else if (part is not ("text()" or "." or "Response") || (part == "Response" && _elements.Count > 0))
            {
                _elements.Add(Parse(part));
            }
        }
    }

    /// <summary>The attribute's name, prefix included; null when the path ends at an element.</summary>
    public string? Attribute { get; }

    /// <summary>Whether the place only exists once the message is encrypted.</summary>
    public bool NeedsEncryption => _text.Contains("Encrypted", StringComparison.Ordinal);

    /// <summary>The element that the path ends at or whose attribute it ends at.</summary>
    public XmlElement Element(XmlDocument document)
    {
        var element = document.DocumentElement!;
        foreach (var segment in _elements)
        {
            element = Step(element, segment) ?? throw Missing(element, segment);
        }

        return element;
    }

    /// <summary>The attribute that the path ends at; null when it is not there.</summary>
    public XmlAttribute? FindAttribute(XmlElement element)
    {
        var (prefix, name) = KnownPrefixes.Split(Attribute!);
        return prefix.Length == 0
            ? element.GetAttributeNode(name)
            : element.GetAttributeNode(name, KnownPrefixes.Namespace(prefix));
    }

    public override string ToString() => _text;

    private static XmlElement? Step(XmlElement element, PathSegment segment) => Dom.Children(element)
        .Where(child => child.LocalName == segment.Name
            && (segment.AttributeName is null || child.GetAttribute("Name") == segment.AttributeName))
        .ElementAtOrDefault((segment.Index ?? 1) - 1);

    private TamperingException Missing(XmlElement element, PathSegment segment)
    {
        var names = Dom.Children(element).Select(child => child.LocalName == "Attribute"
            ? $"Attribute[{child.GetAttribute("Name")}]" : child.LocalName).Distinct(StringComparer.Ordinal).ToList();
        var wanted = segment.AttributeName is null ? segment.Name : $"{segment.Name}[{segment.AttributeName}]";
        return new TamperingException(
            $"the path '{_text}' leads nowhere: {element.LocalName} has no '{wanted}'"
            + NearestWord.Suggest(wanted, names));
    }

    private static PathSegment Parse(string part)
    {
        var bracket = part.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0)
        {
            return new PathSegment(part);
        }

        var inside = part[(bracket + 1)..].TrimEnd(']');
        return int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new PathSegment(part[..bracket], index)
            : new PathSegment(part[..bracket], null, inside);
    }

    /// <summary>Slashes inside brackets belong to an attribute's name, which often is a URI.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var (start, depth) = (0, 0);
        for (var index = 0; index < text.Length; index++)
        {
            depth += text[index] switch { '[' => 1, ']' => -1, _ => 0 };
            if (text[index] == '/' && depth == 0)
            {
                yield return text[start..index];
                start = index + 1;
            }
        }

        yield return text[start..];
    }
}
