using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Signatures;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Logout;

/// <summary>A message in the query of an address, with what its signature was made over (saml-bindings 3.4.4.1).</summary>
internal sealed class RedirectMessage : LogoutMessage
{
    private const int Largest = 256 * 1024;

    // saml-bindings 3.4.4.1: what is signed behind the message, in this order.
    private static readonly string[] SignedBeside = ["RelayState", "SigAlg"];
    private readonly IReadOnlyDictionary<string, string> _raw;
    private readonly string _signed;

    private RedirectMessage(string signed, IReadOnlyDictionary<string, string> raw, XmlElement root) => (_signed, _raw, Root) = (signed, raw, root);

    public override XmlElement Root { get; }

    public override string? RelayState => _raw.TryGetValue("RelayState", out var raw) ? Unescape(raw) : null;

    public override bool IsSigned => _raw.ContainsKey("Signature");

    /// <summary>Reads the query.</summary>
    /// <param name="query">As it stands in the address.</param>
    /// <param name="messages">The message that is read and the one that has to be signed, of all that there are: for a sound reader one and the same.</param>
    /// <exception cref="FormatException">It holds no message.</exception>
    public static RedirectMessage Read(string query, Func<IReadOnlyList<string>, (string Read, string Signed)> messages)
    {
        var fields = query.TrimStart('?').Split('&').Where(field => field.Contains('=', StringComparison.Ordinal)).ToList();
        var raw = fields.Select(field => field.Split('=', 2))
            .GroupBy(field => field[0], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First()[1], StringComparer.Ordinal);
        var (read, signed) = messages(fields);
        return new RedirectMessage(signed, raw, XmlParsing.Parse(Inflate(Convert.FromBase64String(Unescape(read.Split('=', 2)[1])))).DocumentElement!);
    }

    /// <summary>The one message of a query.</summary>
    /// <exception cref="FormatException">It holds none, or several.</exception>
    public static (string Read, string Signed) OnlyMessage(IReadOnlyList<string> fields) => Messages(fields) is [var only]
        ? (only, only)
        : throw new FormatException("There is not exactly one logout message in the address.");

    /// <summary>The fields that hold messages.</summary>
    public static IReadOnlyList<string> Messages(IReadOnlyList<string> fields) =>
        [.. fields.Where(field => field.StartsWith("SAMLRequest=", StringComparison.Ordinal) || field.StartsWith("SAMLResponse=", StringComparison.Ordinal))];

    /// <summary>Whether a key of the company's identity provider signed the octets of the query.</summary>
    public override bool IsSignedBy(Company company)
    {
        if (!_raw.TryGetValue("Signature", out var signature) || !_raw.TryGetValue("SigAlg", out var algorithm)
            || SignatureMethods.Sound.GetValueOrDefault(Unescape(algorithm)) is not { } method)
        {
            return false;
        }

        var octets = string.Join('&', SignedBeside.Where(_raw.ContainsKey).Select(field => $"{field}={_raw[field]}").Prepend(_signed));
        return company.Keys.Any(key => key.Verifies(method, Encoding.ASCII.GetBytes(octets), Convert.FromBase64String(Unescape(signature))));
    }

    /// <summary>The address that carries a message.</summary>
    public static string Address(string url, string name, string xml, string? relayState, RSA? key)
    {
        using var deflated = new MemoryStream();
        using (var deflate = new DeflateStream(deflated, CompressionLevel.Optimal))
        {
            deflate.Write(Encoding.UTF8.GetBytes(xml));
        }

        var query = $"{name}={Uri.EscapeDataString(Convert.ToBase64String(deflated.ToArray()))}";
        query += relayState is null ? string.Empty : $"&RelayState={Uri.EscapeDataString(relayState)}";
        if (key is not null)
        {
            query += $"&SigAlg={Uri.EscapeDataString("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")}";
            var signature = key.SignData(Encoding.ASCII.GetBytes(query), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            query += $"&Signature={Uri.EscapeDataString(Convert.ToBase64String(signature))}";
        }

        return url + (url.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query;
    }

    /// <summary>What the DEFLATE encoding of a message holds.</summary>
    /// <exception cref="InvalidDataException">It is none, or one of more than any message needs.</exception>
    public static byte[] Inflate(byte[] packed)
    {
        using var deflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var text = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        while ((read = deflate.Read(buffer)) > 0)
        {
            text.Write(buffer, 0, read);
            if (text.Length > Largest)
            {
                throw new InvalidDataException("The message is too large.");
            }
        }

        return text.ToArray();
    }

    /// <summary>The value of a field as it stands in the address.</summary>
    public static string Unescape(string raw) => Uri.UnescapeDataString(raw.Replace('+', ' '));
}
