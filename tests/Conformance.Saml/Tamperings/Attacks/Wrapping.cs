using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A genuine signed element hidden beside a forged one, XML signature wrapping in all its places.</summary>
internal sealed class Wrapping
{
    public static readonly string[] SignaturePlaces = ["original", "forged", "response-child"];

    public static readonly string[] GenuinePlaces =
    [
        "object-of-signature", "object-of-other", "response-extensions", "forged-advice",
        "forged-subject-confirmation-data", "sibling-before", "sibling-after", "response-status-detail",
        "forged-attribute-value",
    ];

    private readonly Workpiece _work;
    private readonly bool _outOfOrder;
    private readonly XmlElement? _brokenByWrapping;

    public Wrapping(Workpiece work, string of, ForgeryTarget target, bool outOfOrder)
    {
        _work = work;
        _outOfOrder = outOfOrder;
        Genuine = of switch
        {
            "response" => SignedPlaces.Signed(work, "response")[0],
            "assertion" => SignedPlaces.Signed(work, "assertion")[0],
            _ => SignedPlaces.Outermost(work),
        };
        WrapsResponse = Genuine == work.Root;
        GenuineId = Genuine.GetAttribute("ID");
        Signature = Dom.Signature(Genuine)!;
        _brokenByWrapping = WrapsResponse ? null : Dom.Signature(work.Root);
        Forged = Clone(target);
    }

    public XmlElement Genuine { get; }

    public string GenuineId { get; }

    public bool WrapsResponse { get; }

    public XmlElement Signature { get; }

    /// <summary>The forged Response or Assertion.</summary>
    public XmlElement Forged { get; }

    /// <summary>The forged Assertion, which is the forged element itself unless that is a Response.</summary>
    public XmlElement ForgedAssertion => WrapsResponse
        ? Dom.Child(Forged, "Assertion", SamlNamespaces.Assertion)!
        : Forged;

    private XmlElement ForgedResponse => WrapsResponse ? Forged : _work.Root;

    /// <summary>Leaves the forged assertion what a reader may take from it, and nothing that a check could find wrong or find twice.</summary>
    public void Reduce(string content, ForgeryTarget target)
    {
        if (content == "whole")
        {
            return;
        }

        Refuse(WrapsResponse, "only an assertion by itself can be reduced to what is forged");
        var kept = target == ForgeryTarget.NameId ? "Subject" : "AttributeStatement";
        Keep(Forged, content == "forged" ? [kept] : ["Issuer", kept]);
        if (Dom.Child(Forged, "Subject", SamlNamespaces.Assertion) is { } subject)
        {
            Keep(subject, ["NameID"]);
        }
    }

    public void SetForgedId(string word)
    {
        if (word == "none")
        {
            Forged.RemoveAttribute("ID");
        }
        else
        {
            Forged.SetAttribute("ID", word == "same" ? GenuineId : _work.Context.Ids.Next());
        }
    }

    /// <summary>Puts all three where they are wanted.</summary>
    public void Arrange(string signatureAt, string genuineAt)
    {
        Refuse(signatureAt == "original" && genuineAt == "object-of-signature",
            "the genuine element cannot be inside a Signature that is inside itself");
        Refuse(WrapsResponse && signatureAt == "response-child",
            "the forged element is the Response itself; its child is 'forged'");
        Refuse(_outOfOrder && signatureAt == "original"
            && genuineAt is not ("response-extensions" or "forged-advice" or "object-of-other"),
            "there is no order to turn round");
        ReplaceGenuine();
        if (signatureAt != "original")
        {
            Dom.Detach(Signature);
            Holders.PutSignature(Signature, signatureAt == "forged" ? Forged : ForgedResponse, _outOfOrder);
        }

        PutGenuine(signatureAt, genuineAt);
        StripOtherSignature();
    }

    /// <summary>What has to be true of every wrapping.</summary>
    public void ClaimPotency(ForgeryTarget target)
    {
        _work.Claim(new GenuineStands(GenuineId));
        _work.Claim(new ForgedUncovered(Impersonation.Values(_work.Context, target)));
    }

    private static void Keep(XmlElement parent, string[] names)
    {
        foreach (var child in parent.ChildNodes.Cast<XmlNode>().Where(child => !names.Contains(child.LocalName)).ToList())
        {
            parent.RemoveChild(child);
        }
    }

    private static void Refuse(bool impossible, string why)
    {
        if (impossible)
        {
            throw new TamperingException($"this wrapping cannot be: {why}.");
        }
    }

    /// <summary>
    /// A forged Response keeps a copy of its Assertion's signature, which refers to the genuine one as before: an SP
    /// that wants both signatures finds both.
    /// </summary>
    private XmlElement Clone(ForgeryTarget target)
    {
        var copy = Dom.Clone(Genuine);
        copy.RemoveChild(Dom.Signature(copy)!);
        var assertion = WrapsResponse ? Dom.Child(copy, "Assertion", SamlNamespaces.Assertion) : copy;
        Impersonation.Apply(
            assertion ?? throw new TamperingException("this Response has no Assertion to forge."), target, _work);
        if (WrapsResponse)
        {
            assertion.SetAttribute("ID", _work.Context.Ids.Next());
        }

        return copy;
    }

    /// <summary>The forged element takes the genuine one's place.</summary>
    private void ReplaceGenuine()
    {
        var parent = Genuine.ParentNode!;
        var anchor = Genuine.NextSibling;
        Dom.Detach(Genuine);
        parent.InsertBefore(Forged, anchor);
    }

    private void PutGenuine(string signatureAt, string genuineAt)
    {
        switch (genuineAt)
        {
            case "object-of-signature":
                Holders.Object(Signature).AppendChild(Genuine);
                break;
            case "object-of-other":
                Holders.Object(OtherSignature(signatureAt)).AppendChild(Genuine);
                break;
            case "response-extensions":
                Holders.Extensions(ForgedResponse, _outOfOrder).AppendChild(Genuine);
                break;
            case "response-status-detail":
                Holders.StatusDetail(ForgedResponse).AppendChild(Genuine);
                break;
            case "forged-advice":
                Holders.Advice(ForgedAssertion, _outOfOrder).AppendChild(Genuine);
                break;
            case "forged-subject-confirmation-data":
                Holders.ConfirmationData(ForgedAssertion).AppendChild(Genuine);
                break;
            case "forged-attribute-value":
                Holders.AttributeValue(ForgedAssertion).AppendChild(Genuine);
                break;
            case "sibling-before":
                ForgedAssertion.ParentNode!.InsertBefore(Genuine, ForgedAssertion);
                break;
            default:
                ForgedAssertion.ParentNode!.InsertAfter(Genuine, ForgedAssertion);
                break;
        }
    }

    /// <summary>A copy of the genuine Signature, which as such verifies nothing where it stands.</summary>
    private XmlElement OtherSignature(string signatureAt)
    {
        var other = Dom.Clone(Signature);
        var parent = signatureAt == "forged"
            ? WrapsResponse ? ForgedAssertion : ForgedResponse
            : Forged;
        Holders.PutSignature(other, parent, _outOfOrder);
        return other;
    }

    /// <summary>The Response's own signature is broken by wrapping its Assertion; an attacker leaves it out.</summary>
    private void StripOtherSignature()
    {
        if (_brokenByWrapping is { } broken && broken.ParentNode == _work.Root)
        {
            _work.Root.RemoveChild(broken);
        }
    }
}
