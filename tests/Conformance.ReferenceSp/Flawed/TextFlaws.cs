using System.Text;
using System.Xml;
using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>Canonicalization drops comments; a reader that stops at one reads less than was signed.</summary>
internal static class TextFlaws
{
    private static readonly IReadOnlyList<string> TruncationCves = ["CVE-2017-11427", "CVE-2017-11428", "CVE-2017-11429", "CVE-2017-11430", "CVE-2018-0489"];

    public static IReadOnlyList<Flaw> All { get; } =
    [
        new("reads-names-without-namespace", "Finds NameID, Attribute and AttributeValue by their local names, in whatever namespace (crewjam/saml).", ["ATK-31"],
            blueprint => blueprint.Replacing("name-id", NameIdWithoutNamespace).Replacing("attributes", AttributesWithoutNamespace)),
        Reading("reads-first-text-of-name-id", "Takes the NameID's first text node for all of it, so a comment cuts a longer name short (python-saml, ruby-saml).",
            element => element.LocalName == "NameID" ? Texts(element).FirstOrDefault("") : element.Text()),
        Reading("reads-last-text-of-name-id", "Takes the NameID's last text node for all of it, so a comment cuts off what stands before it.",
            element => element.LocalName == "NameID" ? Texts(element).LastOrDefault("") : element.Text()),
        Reading("reads-first-text-of-attributes", "Takes an attribute value's first text node for all of it, so a comment cuts a longer value short.",
            element => element.LocalName == "AttributeValue" ? Texts(element).FirstOrDefault("") : element.Text()),
        Reading("reads-last-text-of-attributes", "Takes an attribute value's last text node for all of it, so a comment cuts off what stands before it.",
            element => element.LocalName == "AttributeValue" ? Texts(element).LastOrDefault("") : element.Text()),
        Strict("loses-non-ascii", "Passes values through an ASCII column, so 髙橋 becomes ??.", ["POS-15"], text => Encoding.ASCII.GetString(Encoding.ASCII.GetBytes(text))),
        Strict("reads-utf8-as-latin1", "Decodes UTF-8 octets as Latin-1, so Zoë becomes ZoÃ«.", ["POS-15"], text => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text))),
        Strict("trims-values", "Cuts white space off both ends of every value.", ["POS-15"], text => text.Trim()),
        Strict("shortens-values", "Cuts values after 64 characters, the width of its column.", ["POS-15"], text => text[..Math.Min(text.Length, 64)]),
        Strict("encodes-twice", "Stores values as HTML, so Tom & Jerry becomes Tom &amp; Jerry.", ["POS-15"], Web.Pages.Encode),
    ];

    private static Flaw Reading(string name, string story, Func<XmlElement, string> read) => new(name, story, ["ATK-19"], blueprint =>
        blueprint.Replacing("only-the-signed-is-read", _ => null) with { ReadText = read })
    {
        Cves = TruncationCves,
    };

    private static Flaw Strict(string name, string story, IReadOnlyList<string> meantFor, Func<string, string> change) => new(name, story, meantFor, blueprint =>
        blueprint with { ReadText = element => element.LocalName == "AttributeValue" ? change(element.Text()) : element.Text() })
    {
        IsFalselyStrict = true,
    };

    private static IEnumerable<string> Texts(XmlElement element) =>
        element.ChildNodes.Cast<XmlNode>().Where(node => node is XmlText or XmlCDataSection).Select(node => node.Value ?? "");

    private static string? NameIdWithoutNamespace(LoginAttempt attempt)
    {
        var name = attempt.Assertion.Elements("Subject", XmlNames.Assertion).SelectMany(subject => subject.Elements()).FirstOrDefault(element => element.LocalName == "NameID");
        attempt.NameId = name is null ? null : attempt.Blueprint.ReadText(name);
        attempt.NameIdFormat = name?.Value("Format");
        return attempt.NameId is { } text && string.IsNullOrWhiteSpace(text) ? "The NameID is empty." : null;
    }

    private static string? AttributesWithoutNamespace(LoginAttempt attempt)
    {
        attempt.Attributes =
        [
            .. attempt.Assertion.Descendants().Where(element => element.LocalName == "Attribute").Select(attribute => new SamlAttribute(
                attribute.Value("Name") ?? string.Empty,
                attribute.Value("FriendlyName"),
                [.. attribute.Elements().Where(value => value.LocalName == "AttributeValue").Select(attempt.Blueprint.ReadText)])),
        ];
        return null;
    }
}
