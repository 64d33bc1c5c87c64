using Conformance.Saml.Forging;

namespace Conformance.Saml.Tamperings.Edits;

/// <summary>Writes an element twice.</summary>
internal sealed class DuplicateEdit(TamperingArguments arguments) : Edit("duplicate")
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "duplicate",
            "Writes an element a second time, directly behind itself.",
            "The message differs from what it was.",
            [
                new("path", "The element.", Required: true),
                new("id", "Whether the copy keeps its ID or gets a fresh one.", ["same", "new"]),
            ])
        { CanBeSaid = true },
        arguments => new DuplicateEdit(arguments));

    protected override bool NeedsEncryption => new EditPath(arguments.Required("path")).NeedsEncryption;

    protected override void Apply(Workpiece work)
    {
        var element = new EditPath(arguments.Required("path")).Element(work.Document);
        var copy = Dom.Clone(element);
        if (arguments.Text("id") == "new")
        {
            copy.SetAttribute("ID", work.Context.Ids.Next());
        }

        element.ParentNode!.InsertAfter(copy, element);
    }
}
