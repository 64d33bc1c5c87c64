using Conformance.ReferenceSp.Encryption;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Checks;

/// <summary>Opens an encrypted assertion; what comes out is then checked as if it had been sent so.</summary>
internal static class DecryptionChecks
{
    public static string? Opens(LoginAttempt attempt)
    {
        if (attempt.Assertion.LocalName != "EncryptedAssertion")
        {
            return null;
        }

        var keys = attempt.Blueprint.DecryptionKeys(attempt.Company).ToList();
        if (keys.Count == 0)
        {
            return "The assertion is encrypted, and no key to open it is configured.";
        }

        var opened = Decryption.Open(attempt.Assertion, keys);
        if (!opened.Is("Assertion", XmlNames.Assertion))
        {
            return Decryption.Fault;
        }

        attempt.Response.ReplaceChild(opened, attempt.Assertion);
        attempt.WasDecrypted = true;
        return null;
    }

    /// <summary>EncryptedID and EncryptedAttribute stand inside what is signed, so what comes out needs no signature of its own.</summary>
    public static string? OpensParts(LoginAttempt attempt)
    {
        var parts = attempt.Assertion.Descendants()
            .Where(element => element.NamespaceURI == XmlNames.Assertion && element.LocalName is "EncryptedID" or "EncryptedAttribute")
            .ToList();
        var keys = attempt.Blueprint.DecryptionKeys(attempt.Company).ToList();
        if (keys.Count == 0)
        {
            return parts.Count == 0 ? null : "A part of the assertion is encrypted, and no key to open it is configured.";
        }

        foreach (var part in parts)
        {
            var opened = Decryption.Open(part, keys);
            if (!opened.Is(part.LocalName == "EncryptedID" ? "NameID" : "Attribute", XmlNames.Assertion))
            {
                return Decryption.Fault;
            }

            part.ParentNode!.ReplaceChild(opened, part);
        }

        return null;
    }
}
