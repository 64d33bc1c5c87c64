using System.Text.RegularExpressions;
using Conformance.Fakes.IdentityProvider;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Player.Playing;

/// <summary>How the HTTP-Redirect binding wants a message written into the query, beyond what is needed to read it.</summary>
internal static partial class QueryForm
{
    public static IEnumerable<string> Problems(ReceivedMessage message)
    {
        if (message.Binding != BindingUris.HttpRedirect)
        {
            yield break;
        }

        var query = message.Url.Contains('?', StringComparison.Ordinal) ? message.Url[(message.Url.IndexOf('?', StringComparison.Ordinal) + 1)..] : string.Empty;
        foreach (var field in query.Split('&').Select(field => field.Split('=', 2)).Where(field => field is ["SAMLRequest" or "SAMLResponse" or "Signature", _]))
        {
            if (Blank().IsMatch(field[1]))
            {
                yield return $"{field[0]} holds white space or a plus sign that was not escaped.";
            }
        }

        if (message.Xml is { } xml && EnvelopedSignature.IsPresent(xml))
        {
            yield return "The XML holds a Signature, which the binding takes out.";
        }
    }

    [GeneratedRegex(@"%0[ad]|%20|%09|\+|\s", RegexOptions.IgnoreCase)]
    private static partial Regex Blank();
}
