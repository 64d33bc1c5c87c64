using System.Xml;

namespace Conformance.Saml.Forging;

/// <summary>Pretty-prints by inserting white space where an element has only elements.</summary>
internal static class Indentation
{
    public static void Apply(XmlElement element, int depth = 0)
    {
        var children = Dom.Children(element).ToList();
        if (children.Count == 0 || element.ChildNodes.OfType<XmlCharacterData>().Any())
        {
            return;
        }

        var document = element.OwnerDocument;
        foreach (var child in children)
        {
            element.InsertBefore(document.CreateTextNode(NewLine(depth + 1)), child);
            Apply(child, depth + 1);
        }

        element.AppendChild(document.CreateTextNode(NewLine(depth)));
    }

    private static string NewLine(int depth) => "\n" + new string(' ', 2 * depth);
}
