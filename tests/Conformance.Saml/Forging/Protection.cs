using System.Xml;
using Conformance.Saml.Encryption;
using Conformance.Saml.Messages;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Forging;

/// <summary>Signs and encrypts by plan, in the order that the plan asks for.</summary>
internal static class Protection
{
    /// <summary>
    /// Whether the Response is signed around the ciphertext. Nobody but the IdP can then change what is inside, so
    /// everything that is tampered with comes after the encryption.
    /// </summary>
    public static bool EncryptsFirst(ResponseDraft draft) => draft.Encryption is
    {
        Order: EncryptionOrder.EncryptThenSignResponse
    } && draft.Signing.Parts.HasFlag(SignedParts.Response);

    /// <summary>All that the IdP does before anybody can tamper.</summary>
    public static void SignAndEncryptBefore(Workpiece work)
    {
        EncryptInside(work);
        if (work.Draft.Signing.Parts.HasFlag(SignedParts.Assertion))
        {
            Sign(SignedPlaces.Candidates(work, "assertion"), work);
        }

        if (EncryptsFirst(work.Draft))
        {
            EncryptAssertions(work);
        }

        if (work.Draft.Signing.Parts.HasFlag(SignedParts.Response))
        {
            Sign([work.Root], work);
        }
    }

    /// <summary>The encryption that comes after the signatures, where the plan wants that.</summary>
    public static void EncryptAfter(Workpiece work)
    {
        if (!EncryptsFirst(work.Draft))
        {
            EncryptAssertions(work);
        }
    }

    private static void Sign(IEnumerable<XmlElement> elements, Workpiece work)
    {
        foreach (var element in elements.ToList())
        {
            XmlSigner.Sign(element, SignatureTemplate.From(work.Draft));
        }
    }

    /// <summary>What is encrypted inside an Assertion is so before the Assertion is signed.</summary>
    private static void EncryptInside(Workpiece work)
    {
        if (work.Draft.Encryption is not { } plan)
        {
            return;
        }

        var names = new List<string>();
        if (plan.Parts.HasFlag(EncryptedParts.NameId))
        {
            names.Add("NameID");
        }

        if (plan.Parts.HasFlag(EncryptedParts.Attributes))
        {
            names.Add("Attribute");
        }

        foreach (var element in SignedPlaces.Candidates(work, "assertion").SelectMany(Dom.Descendants)
            .Where(element => names.Contains(element.LocalName)).ToList())
        {
            XmlEncryptor.Encrypt(element, plan, work.Context.Ids);
        }
    }

    private static void EncryptAssertions(Workpiece work)
    {
        if (work.Draft.Encryption is { } plan && plan.Parts.HasFlag(EncryptedParts.Assertion))
        {
            foreach (var assertion in work.ToEncrypt ?? [.. SignedPlaces.Candidates(work, "assertion")])
            {
                XmlEncryptor.Encrypt(assertion, plan, work.Context.Ids);
            }
        }
    }
}
