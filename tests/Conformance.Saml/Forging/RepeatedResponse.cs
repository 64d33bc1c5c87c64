using System.Text;
using System.Text.RegularExpressions;
using Conformance.Saml.Bindings;
using Conformance.Saml.Keys;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Forging;

/// <summary>A message that was sent before, with a change that no signature of the identity provider covers: what was used stays what was used.</summary>
public static partial class RepeatedResponse
{
    private const string Field = "SAMLResponse";

    /// <summary>Changes it.</summary>
    /// <param name="message">The message as it was sent.</param>
    /// <param name="change"><c>as-before</c>, <c>new-response-id</c>, <c>blank-in-signature-value</c> or <c>comment-in-assertion</c>.</param>
    /// <param name="idpKey">The key that it was signed with.</param>
    /// <param name="strangerKey">A key that nobody trusts.</param>
    /// <param name="ids">Makes the new ID.</param>
    /// <returns>The message, potent when all that was signed in it still is; <c>null</c>: it has no such place, because it is encrypted, say.</returns>
    public static ForgedResponse? With(ForgedResponse message, string change, SigningKey idpKey, SigningKey strangerKey, IdSource ids)
    {
        var xml = Encoding.UTF8.GetString(message.Xml);
        var changed = change switch
        {
            "as-before" => xml,
            "new-response-id" => ResponseId().Replace(xml, match => $"{match.Groups[1].Value}{ids.Next()}\"", 1),
            "blank-in-signature-value" => SignatureValue().Replace(xml, "$0\n", 1),
            "comment-in-assertion" => Subject().Replace(xml, "<!-- again -->$0", 1),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "There is no such change."),
        };
        if (change != "as-before" && changed == xml)
        {
            return null;
        }

        var encoded = HttpPostBinding.Encode(changed);
        var repeated = message with
        {
            Xml = Encoding.UTF8.GetBytes(changed),
            SamlResponse = encoded,
            Form = [.. message.Form.Select(field => field.Key == Field ? KeyValuePair.Create(Field, encoded) : field)],
        };
        return new ForgedResponse(
            repeated, () => message.BaselineXml, sent => PotencyVerifier.Examine(sent.Xml, idpKey, strangerKey, [.. Signed(message, idpKey, strangerKey).Select(id => new GenuineStands(id))]));
    }

    // What stands in the message in the clear; a ciphertext no change touches.
    private static IEnumerable<string> Signed(ForgedResponse message, SigningKey idpKey, SigningKey strangerKey) =>
        new ExaminedMessage(message.Xml, idpKey.Certificate.PublicKey, strangerKey.Certificate.PublicKey).Signatures
            .SelectMany(signature => signature.Covered(idpKey.Certificate.PublicKey)).Select(element => element.GetAttribute("ID")).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"(<(?:\w+:)?Response\b[^>]*?\sID="")[^""]*""")]
    private static partial Regex ResponseId();

    [GeneratedRegex(@"<(?:\w+:)?SignatureValue\b[^>]*>")]
    private static partial Regex SignatureValue();

    [GeneratedRegex(@"<(?:\w+:)?Subject\b[^>]*>")]
    private static partial Regex Subject();
}
