using Conformance.Saml.Forging;

namespace Conformance.Saml.Tamperings.Edits;

/// <summary>Puts an element somewhere else.</summary>
internal sealed class MoveEdit(TamperingArguments arguments) : Edit("move")
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "move",
            "Puts an element somewhere else.",
            "The message differs from what it was.",
            [new("path", "The element.", Required: true), .. Place.Parameters])
        { CanBeSaid = true },
        arguments => new MoveEdit(arguments));

    protected override bool NeedsEncryption => new EditPath(arguments.Required("path")).NeedsEncryption;

    protected override void Apply(Workpiece work)
    {
        var element = new EditPath(arguments.Required("path")).Element(work.Document);
        var anchor = Place.PathOf(arguments).Element(work.Document);
        if (Dom.Descendants(element).Contains(anchor))
        {
            throw arguments.Wrong($"cannot put '{element.LocalName}' into itself");
        }

        Dom.Detach(element);
        Place.Put(arguments, work.Document, element);
    }
}
