using System.Xml;
using Conformance.Saml.Forging;

namespace Conformance.Saml.Tamperings.Edits;

/// <summary>Gives elements or attributes another name.</summary>
internal sealed class RenameEdit(TamperingArguments arguments) : Edit("rename")
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "rename",
            "Gives an element or an attribute another name; with a known prefix also another namespace.",
            "The message differs from what it was.",
            [])
        { ByPath = true, CanBeSaid = true },
        arguments => new RenameEdit(arguments));

    protected override bool NeedsEncryption => arguments.Values.Keys.Any(path => new EditPath(path).NeedsEncryption);

    protected override void Apply(Workpiece work)
    {
        foreach (var (key, value) in arguments.Values)
        {
            var path = new EditPath(key);
            var element = path.Element(work.Document);
            var name = EditValue.Resolve(value, work.Context);
            if (path.Attribute is null)
            {
                RenameElement(element, name);
            }
            else
            {
                RenameAttribute(element, path, name);
            }
        }
    }

    internal static XmlElement RenameElement(XmlElement element, string newName)
    {
        var (prefix, name) = KnownPrefixes.Split(newName);
        var renamed = prefix.Length == 0
            ? element.OwnerDocument.CreateElement(element.Prefix, name, element.NamespaceURI)
            : element.OwnerDocument.CreateElement(prefix, name, KnownPrefixes.Namespace(prefix));
        foreach (var attribute in element.Attributes.Cast<XmlAttribute>().ToList())
        {
            renamed.SetAttributeNode((XmlAttribute)attribute.CloneNode(true));
        }

        while (element.FirstChild is { } child)
        {
            renamed.AppendChild(child);
        }

        element.ParentNode!.ReplaceChild(renamed, element);
        KnownPrefixes.Declare(renamed);
        return renamed;
    }

    private static void RenameAttribute(XmlElement element, EditPath path, string newName)
    {
        var attribute = path.FindAttribute(element)
            ?? throw new TamperingException($"the path '{path}' leads nowhere: there is no such attribute.");
        var (prefix, name) = KnownPrefixes.Split(newName);
        var ns = prefix.Length == 0 ? "" : KnownPrefixes.Namespace(prefix);
        if (prefix.Length > 0)
        {
            Dom.Declare(element, prefix, ns);
        }

        var renamed = element.OwnerDocument.CreateAttribute(prefix, name, ns);
        renamed.Value = attribute.Value;
        element.Attributes.InsertAfter(renamed, attribute);
        element.RemoveAttributeNode(attribute);
    }
}
