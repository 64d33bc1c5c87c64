using System.Text;
using System.Xml;
using Conformance.Saml.Bindings;
using Conformance.Saml.Encryption;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;
using Conformance.Saml.Tamperings;

namespace Conformance.Saml.Forging;

/// <summary>Makes LogoutRequests and LogoutResponses: honest ones, and ones that are changed before or after they are signed.</summary>
public static class LogoutForge
{
    private const string P = SamlNamespaces.Protocol;
    private const string A = SamlNamespaces.Assertion;

    /// <summary>Makes one message.</summary>
    /// <param name="draft">What it says.</param>
    /// <param name="context">What the tamperings may draw on.</param>
    /// <param name="says">Changes before the signature.</param>
    /// <param name="tamper">Changes after it: the signature is that of the message before.</param>
    /// <exception cref="TamperingException">A change does not fit this message.</exception>
    public static ForgedLogout Forge(
        LogoutDraft draft, ForgeContext context, IReadOnlyList<Tampering> says, IReadOnlyList<Tampering> tamper)
    {
        var work = new Workpiece(context, context.Draft, Write(draft, context));
        foreach (var tampering in says)
        {
            tampering.Say(work);
        }

        if (draft is { IsSigned: true, ByRedirect: false })
        {
            XmlSigner.Sign(work.Root, SignatureTemplate.From(draft.Signing, "ds"));
        }

        var signed = ExactXml.Write(work.Document);
        foreach (var tampering in tamper)
        {
            tampering.AfterSigning(work);
        }

        var sent = ExactXml.Write(work.Document);
        var fields = draft.ByRedirect ? Query(draft, signed, sent) : Form(draft, sent);
        if (tamper.Count > 0)
        {
            // Whatever is done to it: a message that the identity provider vouches for as it is sent would be no attack.
            work.Claim(draft is { IsSigned: true, ByRedirect: true } && sent != signed
                ? new QuerySignatureStands(HttpRedirectBinding.Encode(signed, draft.RelayState, draft.Key, draft.Content.ParameterName, draft.Signing.SignatureMethod))
                : new RootNotVouchedFor());
        }

        foreach (var tampering in tamper)
        {
            tampering.OnForm(fields, work);
        }

        return new ForgedLogout(sent, fields)
        {
            Query = work.QueryBeside,
            Potency = PotencyVerifier.Examine(Encoding.UTF8.GetBytes(sent), context.IdpKey, context.StrangerKey, work.Premises),
        };
    }

    private static List<KeyValuePair<string, string>> Query(LogoutDraft draft, string signed, string sent)
    {
        var name = draft.Content.ParameterName;
        var fields = Fields(HttpRedirectBinding.Encode(
            signed, draft.RelayState, draft.IsSigned ? draft.Key : null, name, draft.Signing.SignatureMethod));
        if (sent != signed)
        {
            fields[0] = Fields(HttpRedirectBinding.Encode(sent, parameterName: name))[0];
        }

        return fields;
    }

    private static List<KeyValuePair<string, string>> Fields(string query) =>
        [.. query.Split('&').Select(field => field.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], Uri.UnescapeDataString(pair[1])))];

    private static List<KeyValuePair<string, string>> Form(LogoutDraft draft, string sent)
    {
        var fields = new List<KeyValuePair<string, string>> { new(draft.Content.ParameterName, HttpPostBinding.Encode(sent)) };
        if (draft.RelayState is { } relayState)
        {
            fields.Add(new("RelayState", relayState));
        }

        return fields;
    }

    private static XmlDocument Write(LogoutDraft draft, ForgeContext context)
    {
        var content = draft.Content;
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var root = Dom.Append(document, "samlp", content.StatusCode is null ? "LogoutRequest" : "LogoutResponse", P);
        root.SetAttribute("ID", content.Id);
        root.SetAttribute("Version", "2.0");
        root.SetAttribute("IssueInstant", SamlTime.Format(content.IssueInstant));
        root.SetAttribute("Destination", content.Destination);
        ResponseWriter.Set(root, "InResponseTo", content.InResponseTo);
        ResponseWriter.Set(root, "NotOnOrAfter", content.NotOnOrAfter is { } end ? SamlTime.Format(end) : null);
        Dom.Append(root, "saml", "Issuer", A, content.Issuer);
        if (content.StatusCode is { } status)
        {
            Dom.Append(Dom.Append(root, "samlp", "Status", P), "samlp", "StatusCode", P).SetAttribute("Value", status);
        }

        if (content.NameId is { } name)
        {
            var element = Dom.Append(root, "saml", "NameID", A, name.Value);
            ResponseWriter.Set(element, "NameQualifier", name.NameQualifier);
            ResponseWriter.Set(element, "SPNameQualifier", name.SPNameQualifier);
            ResponseWriter.Set(element, "Format", name.Format);
            if (draft.Encryption is { } plan)
            {
                XmlEncryptor.Encrypt(element, plan, context.Ids);
            }
        }

        foreach (var index in content.SessionIndexes)
        {
            Dom.Append(root, "samlp", "SessionIndex", P, index);
        }

        return document;
    }
}
