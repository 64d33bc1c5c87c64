using Conformance.Saml.Forging;

namespace Conformance.Saml.Tamperings.Edits;

/// <summary>Takes elements or attributes out.</summary>
internal sealed class RemoveEdit(TamperingArguments arguments) : Edit("remove")
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "remove",
            "Takes an element or an attribute out.",
            "The message differs from what it was.",
            [new("path", "What to take out; a list takes several.", Required: true)])
        { CanBeSaid = true },
        arguments => new RemoveEdit(arguments));

    protected override bool NeedsEncryption => arguments.Texts("path").Any(path => new EditPath(path).NeedsEncryption);

    protected override void Apply(Workpiece work)
    {
        foreach (var text in arguments.Texts("path"))
        {
            var path = new EditPath(text);
            var element = path.Element(work.Document);
            if (path.Attribute is null)
            {
                element.ParentNode!.RemoveChild(element);
            }
            else
            {
                var attribute = path.FindAttribute(element)
                    ?? throw new TamperingException($"the path '{text}' leads nowhere: there is no such attribute.");
                element.RemoveAttributeNode(attribute);
            }
        }
    }
}
