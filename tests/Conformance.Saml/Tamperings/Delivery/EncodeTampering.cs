using System.Text;
using Conformance.Saml.Forging;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Delivery;

/// <summary>The same message in other bytes or other base64.</summary>
internal sealed class EncodeTampering(TamperingArguments arguments) : Tampering
{
    private const int LineLength = 76;

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "encode",
            "Writes the message in another encoding, or its base64 in another form.",
            "The posted value differs from what it was.",
            [
                new("as", "UTF-8 with a byte order mark; UTF-16 with one; base64 in lines ended by CRLF or LF; the "
                    + "alphabet of URLs; without padding; broken.",
                [
                    "utf-8-bom", "utf-16", "base64-crlf", "base64-lf", "base64-url", "base64-unpadded", "base64-broken",
                ], Required: true),
            ])
        { CanBeSaid = true },
        arguments => new EncodeTampering(arguments));

    public override string Name => "encode";

    public override void Say(Workpiece work)
    {
        // The bytes are chosen once the message is written, whoever chooses them.
    }

    public override string OnText(string text, Workpiece work) =>
        arguments.Text("as") == "utf-16"
            ? text.Replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"", StringComparison.Ordinal)
            : text;

    public override byte[] OnBytes(byte[] bytes, Workpiece work) => arguments.Text("as") switch
    {
        "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. bytes],
        // Only a length that is no multiple of three has padding to leave out; white space behind the root means nothing.
        "base64-unpadded" when bytes.Length % 3 == 0 => [.. bytes, (byte)'\n'],
        "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes))],
        // A line end behind the root is no part of what is signed; it makes padding necessary.
        "base64-unpadded" when bytes.Length % 3 == 0 => [.. bytes, (byte)'\n'],
        _ => bytes,
    };

    public override void OnForm(IList<KeyValuePair<string, string>> form, Workpiece work)
    {
        var plain = form[0].Value;
        form[0] = new(form[0].Key, arguments.Text("as") switch
        {
            "base64-crlf" => Lines(plain, "\r\n"),
            "base64-lf" => Lines(plain, "\n"),
            "base64-url" => plain.Replace('+', '-').Replace('/', '_').TrimEnd('='),
            "base64-unpadded" => plain.TrimEnd('='),
            "base64-broken" => plain[..(plain.Length / 2)] + "%%" + plain[(plain.Length / 2)..],
            _ => plain,
        });
        work.Claim(new Changed(Name, form[0].Value != plain || arguments.Required("as").StartsWith("utf", StringComparison.Ordinal)));
    }

    private static string Lines(string text, string end) =>
        string.Join(end, text.Chunk(LineLength).Select(line => new string(line)));
}
