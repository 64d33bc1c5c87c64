using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Edits;

/// <summary>Gives attributes and elements other values.</summary>
internal sealed class SetEdit(TamperingArguments arguments) : Edit("set")
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "set",
            "Gives an element another text, or an attribute another value; an attribute that is not there is made.",
            "The message differs from what it was.",
            [])
        { ByPath = true, CanBeSaid = true },
        arguments => new SetEdit(arguments));

    protected override bool NeedsEncryption => arguments.Values.Keys.Any(path => new EditPath(path).NeedsEncryption);

    protected override void Apply(Workpiece work)
    {
        foreach (var (path, value) in arguments.Values)
        {
            Set(new EditPath(path), EditValue.Resolve(value, work.Context), work.Document);
        }
    }

    private static void Set(EditPath path, string value, XmlDocument document)
    {
        var element = path.Element(document);
        if (path.Attribute is null)
        {
            XmlSigner.SetText(element, value);
            return;
        }

        var (prefix, name) = KnownPrefixes.Split(path.Attribute);
        if (prefix.Length == 0)
        {
            element.SetAttribute(name, value);
            return;
        }

        var ns = KnownPrefixes.Namespace(prefix);
        Dom.Declare(element, prefix, ns);
        var attribute = path.FindAttribute(element) ?? element.OwnerDocument.CreateAttribute(prefix, name, ns);
        attribute.Value = value;
        element.SetAttributeNode(attribute);
    }
}
