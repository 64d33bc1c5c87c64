using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A second Signature with the genuine SignatureValue, no SignedInfo and forged claims.</summary>
internal sealed class DecoySignature(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "decoy-signature",
            "Adds a second Signature with the genuine SignatureValue, without SignedInfo, a forged assertion in its Object.",
            "The IdP's signature verifies over the untouched genuine element; the forged values are not covered.",
            [
                new("at", "The decoy in Extensions, as a child of the Response before or behind the assertion, or in the "
                    + "Object of the genuine Signature.",
                    ["extensions", "response-first", "response-last", "object"]),
                Impersonation.Parameter,
            ]),
        arguments => new DecoySignature(arguments));

    public override string Name => "decoy-signature";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var genuine = SignedPlaces.Outermost(work);
        var signature = Dom.Signature(genuine)!;
        if (genuine == work.Root && arguments.Text("at") != "object")
        {
            throw new TamperingException("whatever is added to a signed Response breaks it, but in the 'object'.");
        }

        var forged = Impersonation.Copy(SignedPlaces.Assertion(work), target, work);
        Put(Holders.Decoy(signature, forged), signature, work.Root);
        work.Claim(new GenuineStands(genuine.GetAttribute("ID")));
        work.Claim(new ForgedUncovered(Impersonation.Values(work.Context, target)));
    }

    private void Put(XmlElement decoy, XmlElement signature, XmlElement response)
    {
        switch (arguments.Text("at"))
        {
            case "object":
                Holders.Object(signature).AppendChild(decoy);
                break;
            case "response-first":
                Holders.PutSignature(decoy, response);
                break;
            case "response-last":
                response.AppendChild(decoy);
                break;
            default:
                Holders.Extensions(response).AppendChild(decoy);
                break;
        }
    }
}
