using System.Globalization;
using Conformance.Saml.Forging;
using Conformance.Saml.Messages;

namespace Conformance.Saml.Tamperings.Edits;

/// <summary>Adds an attribute with very many values, such as a person's groups.</summary>
internal sealed class ManyValuesEdit(TamperingArguments arguments) : Edit("many-values")
{
    private const int MostValues = 10_000;

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "many-values",
            "Adds an attribute with very many values, as a person has who is a member of many groups.",
            "The message differs from what it was.",
            [
                new("attribute", "The attribute's name.", Required: true),
                new("count", "How many values, at most 10000; each is about 50 characters long.", Required: true),
            ])
        { CanBeSaid = true },
        arguments => new ManyValuesEdit(arguments));

    protected override bool NeedsEncryption => false;

    protected override void Apply(Workpiece work)
    {
        var count = Math.Clamp(arguments.Number("count", 1), 1, MostValues);
        var values = Enumerable.Range(1, count)
            .Select(number => $"cn=team-{number.ToString("d5", CultureInfo.InvariantCulture)},ou=groups,dc=idp,dc=example");
        AssertionWriter.WriteAttribute(
            new EditPath("Assertion/AttributeStatement").Element(work.Document),
            new SamlAttribute(arguments.Required("attribute"), [.. values]),
            work.Draft.Style);
    }
}
