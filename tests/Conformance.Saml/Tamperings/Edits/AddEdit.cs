using Conformance.Saml.Forging;

namespace Conformance.Saml.Tamperings.Edits;

/// <summary>Puts new XML somewhere.</summary>
internal sealed class AddEdit(TamperingArguments arguments) : Edit("add")
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "add",
            "Puts new XML somewhere; the prefixes samlp, saml, ds, xenc, xs and xsi are known.",
            "The message differs from what it was.",
            [new("xml", "The new XML.", Required: true), .. Place.Parameters])
        { CanBeSaid = true },
        arguments => new AddEdit(arguments));

    protected override bool NeedsEncryption => Place.PathOf(arguments).NeedsEncryption;

    protected override void Apply(Workpiece work)
    {
        var holder = work.Document.CreateDocumentFragment();
        var nodes = KnownPrefixes.Parse(arguments.Required("xml"), work.Document);
        foreach (var node in nodes)
        {
            holder.AppendChild(node);
        }

        Place.Put(arguments, work.Document, holder);
        foreach (var node in nodes)
        {
            KnownPrefixes.Declare(node);
        }
    }
}
