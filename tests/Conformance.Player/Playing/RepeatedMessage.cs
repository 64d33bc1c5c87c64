using System.Text;
using System.Text.RegularExpressions;
using Conformance.Saml.Bindings;
using Conformance.Saml.Forging;

namespace Conformance.Player.Playing;

/// <summary>A message that was sent before, with a change that no signature of its assertion covers: what was used stays what was used.</summary>
internal static partial class RepeatedMessage
{
    private const string Field = "SAMLResponse";

    /// <summary>Changes it.</summary>
    /// <param name="message">The message as it was sent.</param>
    /// <param name="word">The word of the step, such as <c>new-response-id</c>.</param>
    /// <param name="ids">Makes the new ID.</param>
    /// <returns>The message; <c>null</c>: it has no such place, because it is encrypted, say.</returns>
    public static ForgedResponse? With(ForgedResponse message, string word, IdSource ids)
    {
        if (word == "as-before")
        {
            return message;
        }

        var xml = Encoding.UTF8.GetString(message.Xml);
        var changed = word switch
        {
            "new-response-id" => ResponseId().Replace(xml, match => $"{match.Groups[1].Value}{ids.Next()}\"", 1),
            "blank-in-signature-value" => SignatureValue().Replace(xml, "$0\n", 1),
            _ => Subject().Replace(xml, "<!-- again -->$0", 1),
        };
        var encoded = HttpPostBinding.Encode(changed);
        return changed == xml ? null : message with
        {
            Xml = Encoding.UTF8.GetBytes(changed),
            SamlResponse = encoded,
            Form = [.. message.Form.Select(field => field.Key == Field ? KeyValuePair.Create(Field, encoded) : field)],
        };
    }

    [GeneratedRegex(@"(<(?:\w+:)?Response\b[^>]*?\sID="")[^""]*""")]
    private static partial Regex ResponseId();

    [GeneratedRegex(@"<(?:\w+:)?SignatureValue\b[^>]*>")]
    private static partial Regex SignatureValue();

    [GeneratedRegex(@"<(?:\w+:)?Subject\b[^>]*>")]
    private static partial Regex Subject();
}
