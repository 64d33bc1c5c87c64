using System.Security.Cryptography;
using System.Xml;
using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Signatures;
using Conformance.ReferenceSp.Xml;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Logout;

/// <summary>A message in a form, with its signature inside (saml-bindings 3.5.4).</summary>
internal sealed class PostedMessage : LogoutMessage
{
    private readonly Func<XmlElement, Company, bool> _isSignedBy;

    private PostedMessage(XmlElement root, string? relayState, Func<XmlElement, Company, bool> isSignedBy) =>
        (Root, RelayState, _isSignedBy) = (root, relayState, isSignedBy);

    public override XmlElement Root { get; }

    public override string? RelayState { get; }

    /// <summary>Whether it has a signature elsewhere than inside, for a flaw that looks there.</summary>
    public bool IsSignedBeside { get; init; }

    public override bool IsSigned => IsSignedBeside || Root.SelfAndDescendants().Any(element => element.Is("Signature", XmlNames.Signature));

    /// <summary>Reads the form.</summary>
    /// <exception cref="FormatException">It holds no message, or more than one.</exception>
    public static PostedMessage Read(IFormCollection form, Func<XmlElement, Company, bool> isSignedBy, bool isSignedBeside = false)
    {
        var fields = form.Where(field => field.Key is "SAMLRequest" or "SAMLResponse").SelectMany(field => field.Value).ToList();
        return fields is [{ } field]
            ? new PostedMessage(XmlParsing.Parse(Convert.FromBase64String(field)).DocumentElement!, form["RelayState"].FirstOrDefault(), isSignedBy) { IsSignedBeside = isSignedBeside }
            : throw new FormatException("There is not exactly one logout message in the form.");
    }

    public override bool IsSignedBy(Company company) => _isSignedBy(Root, company);

    /// <summary>The one Signature of the message is the root's, and covers it (saml-core 5.4).</summary>
    public static bool RootIsSigned(XmlElement root, Company company)
    {
        var signatures = root.Descendants().Where(element => element.LocalName == "Signature").ToList();
        if (signatures is not [var only] || !only.Is("Signature", XmlNames.Signature) || only.ParentNode != root)
        {
            return false;
        }

        var signature = new XmlSignature(only);
        return SignatureChecks.FormFault(signature) is null
            && root.SelfAndDescendants().Count(element => element.Value("ID") == root.Value("ID")) == 1
            && SignatureMethods.Sound.ContainsKey(signature.SignatureMethod) && DigestMethods.Sound.ContainsKey(signature.DigestMethod)
            && Verifies(signature, root, company);
    }

    /// <summary>Whether a signature is good and made over an element, wherever both stand.</summary>
    public static bool Verifies(XmlSignature signature, XmlElement signed, Company company)
    {
        try
        {
            return SignatureVerifier.DigestMatches(signature, signed) && SignatureVerifier.ValueMatches(signature, company.Keys);
        }
        catch (Exception exception) when (exception is CryptographicException or XmlException or FormatException)
        {
            return false;
        }
    }
}
