using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>Two root elements, one of them signed.</summary>
internal sealed class SeveralRoots(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "several-roots",
            "Writes a signed root that signs nobody in beside a forged Response without a signature.",
            "The signed root verifies by itself; the forged values are in the other root.",
            [
                new("first", "Which root comes first.", ["signed", "forged"]),
                new("signed", "The signed root: an error Response, or the genuine assertion bare.",
                    ["error-response", "assertion"]),
                Impersonation.Parameter,
            ]),
        arguments => new SeveralRoots(arguments));

    public override string Name => "several-roots";

    public override string OnText(string text, Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var signed = SignedRoot(work);
        var forged = ForgedRoot(text, target, work);
        work.Claim(new SeveralRootsStand(Impersonation.Values(work.Context, target)));
        return arguments.Text("first") == "signed" ? signed + forged : forged + signed;
    }

    private string SignedRoot(Workpiece work)
    {
        if (arguments.Text("signed") == "error-response")
        {
            return ExactXml.Write(ForeignDocuments.Make("error-response", work));
        }

        var assertion = SignedPlaces.Assertion(work);
        return Dom.Signature(assertion) is null
            ? throw new TamperingException("a bare assertion stands by itself only if it is signed.")
            : ExactXml.Write(Dom.Clone(assertion));
    }

    private static string ForgedRoot(string text, ForgeryTarget target, Workpiece work)
    {
        var root = ExactXml.Read(text).DocumentElement!;
        foreach (var signature in Dom.Descendants(root).Where(element =>
            element is { LocalName: "Signature", NamespaceURI: SamlNamespaces.XmlSignature }).ToList())
        {
            signature.ParentNode!.RemoveChild(signature);
        }

        var assertion = Dom.Child(root, "Assertion", SamlNamespaces.Assertion)
            ?? throw new TamperingException("this Response has no Assertion to forge.");
        root.SetAttribute("ID", work.Context.Ids.Next());
        assertion.SetAttribute("ID", work.Context.Ids.Next());
        Impersonation.Apply(assertion, target, work);
        return ExactXml.Write(root);
    }
}
