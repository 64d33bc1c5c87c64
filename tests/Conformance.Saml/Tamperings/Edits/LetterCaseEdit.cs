using Conformance.Saml.Forging;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Edits;

/// <summary>Writes a value in the other letter case.</summary>
internal sealed class LetterCaseEdit(TamperingArguments arguments) : Edit("letter-case")
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "letter-case",
            "Turns capitals into small letters and small letters into capitals.",
            "The message differs from what it was.",
            [new("path", "The element or attribute.", Required: true)])
        { CanBeSaid = true },
        arguments => new LetterCaseEdit(arguments));

    protected override bool NeedsEncryption => new EditPath(arguments.Required("path")).NeedsEncryption;

    protected override void Apply(Workpiece work)
    {
        var path = new EditPath(arguments.Required("path"));
        var element = path.Element(work.Document);
        if (path.Attribute is { } name)
        {
            element.SetAttribute(name, Turn(element.GetAttribute(name)));
        }
        else
        {
            XmlSigner.SetText(element, Turn(element.InnerText));
        }
    }

    private static string Turn(string text) => string.Concat(text.Select(letter =>
        char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)));
}
