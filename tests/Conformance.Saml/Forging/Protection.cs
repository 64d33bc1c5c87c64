using Conformance.Saml.Messages;
using Conformance.Saml.Names;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Forging;

/// <summary>Signs and encrypts by plan, in the order that the plan asks for.</summary>
internal static class Protection
{
    public static void SignAndEncryptBefore(Workpiece work)
    {
        var plan = work.Draft.Signing;
        if (plan.Parts.HasFlag(SignedParts.Assertion))
        {
            foreach (var assertion in Dom.Children(work.Root)
                .Where(child => child is { LocalName: "Assertion", NamespaceURI: SamlNamespaces.Assertion }).ToList())
            {
                XmlSigner.Sign(assertion, SignatureTemplate.From(work.Draft));
            }
        }

        if (plan.Parts.HasFlag(SignedParts.Response))
        {
            XmlSigner.Sign(work.Root, SignatureTemplate.From(work.Draft));
        }
    }

    public static void EncryptAfter(Workpiece work)
    {
    }
}
