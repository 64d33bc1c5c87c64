using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>The signed element forged where it stands: it keeps its ID and the genuine Signature.</summary>
internal sealed class InPlaceForgery
{
    private readonly Workpiece _work;

    /// <param name="arguments">Say what is forged.</param>
    /// <param name="work">The message.</param>
    /// <param name="stripOuter">
    /// Whether the signature of a Response around a signed Assertion goes: forging breaks it.
    /// </param>
    public InPlaceForgery(TamperingArguments arguments, Workpiece work, bool stripOuter = true)
    {
        _work = work;
        var target = Impersonation.Target(arguments, work.Context);
        Element = SignedPlaces.Genuine(work);
        Signature = Dom.Signature(Element)!;
        if (stripOuter && Element != work.Root && Dom.Signature(work.Root) is { } outer)
        {
            work.Root.RemoveChild(outer);
        }

        Impersonation.Apply(SignedPlaces.Assertion(work), target, work);
        Values = Impersonation.Values(work.Context, target);
    }

    public XmlElement Element { get; }

    public XmlElement Signature { get; }

    public IReadOnlyList<string> Values { get; }

    public XmlElement SignedInfo => XmlSigner.Descendant(Signature, "SignedInfo");

    /// <summary>The digest that the Reference would have to have.</summary>
    public string Digest() => Convert.ToBase64String(
        XmlSigner.Digest(Element, SignatureTemplate.From(_work.Draft), Signature));

    /// <summary>The SignedInfo still verifies, and the forged element's digest is in the message.</summary>
    public void ClaimPotency()
    {
        _work.Claim(new SignedInfoStands());
        _work.Claim(new ForgedDigestIsThere(Element.GetAttribute("ID")));
        _work.Claim(new ForgedUncovered(Values));
    }
}
