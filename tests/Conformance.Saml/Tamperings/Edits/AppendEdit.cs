using Conformance.Saml.Forging;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Edits;

/// <summary>Writes more text behind what is there.</summary>
internal sealed class AppendEdit(TamperingArguments arguments) : Edit("append")
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "append",
            "Writes text behind the text of an element or the value of an attribute.",
            "The message differs from what it was.",
            [])
        { ByPath = true, CanBeSaid = true },
        arguments => new AppendEdit(arguments));

    protected override bool NeedsEncryption => arguments.Values.Keys.Any(path => new EditPath(path).NeedsEncryption);

    protected override void Apply(Workpiece work)
    {
        foreach (var (key, value) in arguments.Values)
        {
            var path = new EditPath(key);
            var element = path.Element(work.Document);
            var text = EditValue.Resolve(value, work.Context);
            if (path.Attribute is null)
            {
                XmlSigner.SetText(element, element.InnerText + text);
            }
            else
            {
                element.SetAttribute(path.Attribute, element.GetAttribute(path.Attribute) + text);
            }
        }
    }
}
