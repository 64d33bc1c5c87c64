using System.Xml;
using Conformance.ReferenceSp.Signatures;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Checks;

/// <summary>Is everything where only one reading is possible?</summary>
internal static class StructureChecks
{
    private static readonly string[] AssertionChildren =
        ["Issuer", "Subject", "Conditions", "Advice", "Statement", "AuthnStatement", "AuthzDecisionStatement", "AttributeStatement"];

    public static string? HasUniqueIds(LoginAttempt attempt)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in attempt.Response.SelfAndDescendants())
        {
            // An element of these names, or another spelling of its id, is what careless readers look up.
            var ids = element.Attributes.Cast<XmlAttribute>()
                .Where(attribute => attribute.LocalName.Equals("ID", StringComparison.OrdinalIgnoreCase) && attribute.NamespaceURI != XmlNames.Xmlns)
                .ToList();
            if (ids.Count > 1)
            {
                return $"The element \"{element.Name}\" has several ids.";
            }

            if (ids is [var id] && !seen.Add(id.Value))
            {
                return $"The id \"{id.Value}\" occurs twice.";
            }
        }

        return IdFault(attempt.Response);
    }

    public static string? HasOneAssertion(LoginAttempt attempt)
    {
        var all = attempt.Response.Descendants()
            .Where(element => element.LocalName is "Assertion" or "EncryptedAssertion")
            .ToList();
        if (all.Count != 1)
        {
            return all.Count == 0 ? "The Response holds no assertion." : $"The Response holds {all.Count} assertions; one is expected.";
        }

        if (all[0].ParentNode != attempt.Response || all[0].NamespaceURI != XmlNames.Assertion)
        {
            return "The assertion is not a child of the Response.";
        }

        if (attempt.Response.Descendants().Any(element => element.Is("Response", XmlNames.Protocol)))
        {
            return "The Response holds another Response.";
        }

        attempt.Assertion = all[0];
        return all[0].LocalName == "Assertion" ? IdFault(all[0]) : null;
    }

    public static string? HasSignaturesInTheirPlace(LoginAttempt attempt)
    {
        foreach (var signature in attempt.Response.Descendants().Where(element => element.LocalName == "Signature"))
        {
            if (signature.NamespaceURI != XmlNames.Signature)
            {
                return "An element is named Signature but is none.";
            }

            if (signature.ParentNode == attempt.Response && (attempt.ResponseSignature is null || attempt.ResponseSignature.Element == signature))
            {
                attempt.ResponseSignature = new XmlSignature(signature);
            }
            else if (signature.ParentNode == attempt.Assertion && attempt.AssertionSignature is null)
            {
                attempt.AssertionSignature = new XmlSignature(signature);
            }
            else
            {
                return "A Signature is not the only one directly inside the Response or its assertion.";
            }
        }

        return null;
    }

    public static string? AssertionIsWellShaped(LoginAttempt attempt)
    {
        var assertion = attempt.Assertion;
        if (assertion.Value("Version") != "2.0")
        {
            return $"The assertion's Version is \"{assertion.Value("Version")}\" and not \"2.0\".";
        }

        if (SamlTime.Parse(assertion.Value("IssueInstant")) is not { } issued)
        {
            return $"The assertion's IssueInstant \"{assertion.Value("IssueInstant")}\" is no time in UTC.";
        }

        if (issued > attempt.Now + attempt.Skew)
        {
            return "The assertion's IssueInstant lies in the future.";
        }

        foreach (var child in assertion.Elements())
        {
            if (!child.Is("Signature", XmlNames.Signature) && (child.NamespaceURI != XmlNames.Assertion || !AssertionChildren.Contains(child.LocalName)))
            {
                return $"The assertion holds an element \"{child.Name}\" that has no place there.";
            }
        }

        return AssertionChildren[..4].FirstOrDefault(name => assertion.Elements(name, XmlNames.Assertion).Count() > 1) is { } twice
            ? $"The assertion holds more than one {twice}."
            : null;
    }

    private static string? IdFault(XmlElement element)
    {
        var id = element.Value("ID");
        return string.IsNullOrEmpty(id) || !IsNcName(id) ? $"The {element.LocalName}'s ID \"{id}\" is no XML id." : null;
    }

    private static bool IsNcName(string id)
    {
        try
        {
            _ = XmlConvert.VerifyNCName(id);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
