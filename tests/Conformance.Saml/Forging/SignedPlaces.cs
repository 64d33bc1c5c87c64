using System.Xml;
using Conformance.Saml.Names;
using Conformance.Saml.Tamperings;

namespace Conformance.Saml.Forging;

/// <summary>The elements of an honest message that may carry a signature.</summary>
internal static class SignedPlaces
{
    /// <summary>The root, which has to be a Response.</summary>
    public static XmlElement Response(Workpiece work) => work.Root;

    /// <summary>The first Assertion below the Response.</summary>
    public static XmlElement Assertion(Workpiece work) => FindAssertion(work)
        ?? throw new TamperingException("this message has no Assertion that could be changed.");

    public static XmlElement? FindAssertion(Workpiece work) =>
        Dom.Child(work.Root, "Assertion", SamlNamespaces.Assertion);

    /// <summary>The elements that are signed, by the word that a scenario uses; none is an error.</summary>
    public static IReadOnlyList<XmlElement> Signed(Workpiece work, string word)
    {
        List<XmlElement> signed = [.. Candidates(work, word).Where(element => Dom.Signature(element) is not null)];
        return signed.Count > 0
            ? signed
            : throw new TamperingException($"nothing to change: there is no signature of '{word}' in this message.");
    }

    /// <summary>The signed element that vouches for the assertion: itself, else the Response.</summary>
    public static XmlElement Genuine(Workpiece work) =>
        FindAssertion(work) is { } assertion && Dom.Signature(assertion) is not null
            ? assertion
            : Dom.Signature(work.Root) is not null
                ? work.Root
                : throw new TamperingException("nothing in this message is signed.");

    /// <summary>The signed element that nothing signed surrounds: the Response, else the assertion.</summary>
    public static XmlElement Outermost(Workpiece work) =>
        Dom.Signature(work.Root) is null ? Genuine(work) : work.Root;

    /// <summary>Assertions before the Response around them, so that they can be signed in this order.</summary>
    public static IEnumerable<XmlElement> Candidates(Workpiece work, string word) => word switch
    {
        "response" => [work.Root],
        "assertion" => Assertions(work),
        _ => [.. Assertions(work), work.Root],
    };

    private static IEnumerable<XmlElement> Assertions(Workpiece work) => Dom.Children(work.Root)
        .Where(child => child is { LocalName: "Assertion", NamespaceURI: SamlNamespaces.Assertion });
}
