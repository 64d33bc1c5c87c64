using System.Text.RegularExpressions;
using Conformance.Saml.Forging;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>An ID that is written through an entity: equal for one reader, empty or unregistered for another.</summary>
internal sealed partial class EntityReferenceId(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "entity-reference-id",
            "Wraps the signed element; the forged one has the same ID, and one of the two writes it as an entity "
            + "reference, which some parsers do not take into their table of IDs.",
            "With the entity expanded the IdP's signature verifies over the untouched genuine element; the forged "
            + "values are not covered.",
            [
                new("entity-on", "Whose ID is written through the entity.", ["forged", "forged-part"]),
                new("signature-at", "Where the genuine Signature stands.", ["original", "forged"]),
                new("genuine-at", "Where the genuine element stands.",
                    ["response-extensions", "forged-advice", "object-of-signature", "sibling-before", "sibling-after"]),
                Impersonation.Parameter,
            ]),
        arguments => new EntityReferenceId(arguments));

    public override string Name => "entity-reference-id";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var wrapping = new Wrapping(work, "default", target, outOfOrder: false);
        var id = wrapping.GenuineId;
        var kept = arguments.Text("entity-on") == "forged" ? 0 : id.Length / 2;
        wrapping.Forged.SetAttribute("ID", $"{id[..kept]}entity({id[kept..]})");
        wrapping.Arrange(arguments.Required("signature-at"), arguments.Required("genuine-at"));
        wrapping.ClaimPotency(target);
    }

    public override string OnText(string text, Workpiece work)
    {
        var entity = Reference().Match(text);
        if (!entity.Success)
        {
            throw new TamperingException("The ID that an entity is to stand for cannot be seen in the text: it is inside of what is encrypted.");
        }

        var root = text.IndexOf($"<{work.Root.Name}", StringComparison.Ordinal);
        return text[..root] + $"<!DOCTYPE {work.Root.Name} [<!ENTITY i \"{entity.Groups[1].Value}\">]>"
            + text[root..].Replace(entity.Value, "&i;", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"entity\(([^)]*)\)")]
    private static partial Regex Reference();
}
