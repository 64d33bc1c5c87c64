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

        var keys = attempt.Company.DecryptionKeys.ToList();
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
}
