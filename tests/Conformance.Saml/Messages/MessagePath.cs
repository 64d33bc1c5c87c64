using System.Globalization;
using System.Xml;

namespace Conformance.Saml.Messages;

/// <summary>Reads values out of any message by the paths that scenarios use: local names from the root, <c>@Name</c> for an attribute.</summary>
public static class MessagePath
{
    /// <summary>The values of everything that a path leads to, in document order; none where it leads nowhere or the XML cannot be read.</summary>
    /// <param name="xml">The message.</param>
    /// <param name="path">Such as <c>NameIDPolicy/@Format</c>, <c>Status/StatusCode/@Value</c>, <c>SessionIndex[2]</c>.</param>
    public static IReadOnlyList<string> Values(string xml, string path) =>
        UntrustedXml.TryRead(xml, [], "saml-core/3.2.1") is { } root ? Values(root, path) : [];

    internal static IReadOnlyList<string> Values(XmlElement root, string path)
    {
        IEnumerable<XmlElement> here = [root];
        foreach (var part in path.Split('/'))
        {
            if (part.StartsWith('@'))
            {
                return [.. here.Select(element => element.GetAttributeNode(part[1..])?.Value).OfType<string>()];
            }

            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? part : part[..bracket];
            var below = here.SelectMany(element => element.ChildNodes.OfType<XmlElement>()).Where(child => child.LocalName == name);
            here = bracket > 0 && int.TryParse(part[(bracket + 1)..].TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? below.Skip(index - 1).Take(1)
                : below;
        }

        return [.. here.Select(element => element.InnerText)];
    }
}
