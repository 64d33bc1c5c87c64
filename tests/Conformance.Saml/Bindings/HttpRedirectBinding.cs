using System.IO.Compression;
using System.Text;
using Conformance.Saml.Keys;
using Conformance.Saml.Names;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Bindings;

/// <summary>Messages in a query, DEFLATE encoding, SAML bindings 3.4.</summary>
public static class HttpRedirectBinding
{
    /// <summary>No message that anybody sends is larger; one that inflates beyond is refused.</summary>
    public const int InflatedLimit = 1 << 20;

    /// <summary>Writes the query, without a question mark.</summary>
    /// <param name="xml">The message.</param>
    /// <param name="relayState">RelayState; null writes none.</param>
    /// <param name="key">Signs the query; null leaves it unsigned.</param>
    /// <param name="parameterName">SAMLRequest or SAMLResponse.</param>
    /// <param name="signatureMethod">The algorithm; null takes SHA-256 with the kind of key.</param>
    public static string Encode(
        string xml, string? relayState = null, SigningKey? key = null, string parameterName = "SAMLRequest",
        string? signatureMethod = null)
    {
        var query = $"{parameterName}={Uri.EscapeDataString(Convert.ToBase64String(Deflate(xml)))}";
        if (relayState is not null)
        {
            query += "&RelayState=" + Uri.EscapeDataString(relayState);
        }

        if (key is null)
        {
            return query;
        }

        signatureMethod ??= key.Ecdsa is null ? SignatureAlgorithms.RsaSha256 : SignatureAlgorithms.EcdsaSha256;
        query += "&SigAlg=" + Uri.EscapeDataString(signatureMethod);
        var signature = SignatureValue.Compute(Encoding.UTF8.GetBytes(query), signatureMethod, key, null);
        return query + "&Signature=" + Uri.EscapeDataString(Convert.ToBase64String(signature));
    }

    /// <summary>Reads a query as it stood on the wire, with or without the question mark. Never throws.</summary>
    public static RedirectMessage Decode(string rawQuery)
    {
        var fields = rawQuery.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('=', 2))
            .Select(field => (Name: field[0], Raw: field.Length > 1 ? field[1] : ""))
            .ToList();
        var problems = new List<string>();
        foreach (var twice in fields.GroupBy(field => field.Name).Where(group => group.Count() > 1))
        {
            problems.Add($"The query has '{twice.Key}' {twice.Count()} times.");
        }

        var message = fields.FirstOrDefault(field => field.Name is "SAMLRequest" or "SAMLResponse");
        if (message.Name is null)
        {
            problems.Add("The query has neither SAMLRequest nor SAMLResponse.");
            return new RedirectMessage { Problems = problems };
        }

        if (Decoded(fields, "SAMLEncoding") is { } encoding
            && encoding != "urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE")
        {
            problems.Add($"The SAMLEncoding '{encoding}' is not known.");
        }

        var signed = fields.Where(field => field.Name == message.Name)
            .Concat(fields.Where(field => field.Name == "RelayState").Take(1))
            .Concat(fields.Where(field => field.Name == "SigAlg").Take(1));
        return new RedirectMessage
        {
            ParameterName = message.Name,
            Xml = Inflate(Unescape(message.Raw), problems),
            RelayState = Decoded(fields, "RelayState"),
            SignatureAlgorithm = Decoded(fields, "SigAlg"),
            Signature = Base64(Decoded(fields, "Signature"), problems),
            SignedOctets = string.Join('&', signed.Select(field => $"{field.Name}={field.Raw}")),
            Problems = problems,
        };
    }

    private static byte[] Deflate(string xml)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal))
        {
            deflate.Write(Encoding.UTF8.GetBytes(xml));
        }

        return packed.ToArray();
    }

    private static string? Inflate(string base64, List<string> problems)
    {
        if (Base64(base64, problems) is not { } packed)
        {
            return null;
        }

        try
        {
            using var deflate = new DeflateStream(new MemoryStream([.. packed]), CompressionMode.Decompress);
            using var text = new MemoryStream();
            var buffer = new byte[8192];
            int count;
            while ((count = deflate.Read(buffer)) > 0)
            {
                text.Write(buffer, 0, count);
                if (text.Length > InflatedLimit)
                {
                    problems.Add($"The message inflates to more than {InflatedLimit} bytes.");
                    return null;
                }
            }

            if (text.Length == 0)
            {
                problems.Add("The message is empty, or its DEFLATE stream is cut off.");
                return null;
            }

            return Encoding.UTF8.GetString(text.ToArray());
        }
        catch (InvalidDataException)
        {
            problems.Add("The message is not DEFLATE encoded.");
            return null;
        }
    }

    private static byte[]? Base64(string? text, List<string> problems)
    {
        if (text is null)
        {
            return null;
        }

        try
        {
            // A plus sign that the sender did not escape has become a space; base64 has none.
            return Convert.FromBase64String(text.Replace(' ', '+'));
        }
        catch (FormatException)
        {
            problems.Add("A value of the query is not base64.");
            return null;
        }
    }

    private static string? Decoded(List<(string Name, string Raw)> fields, string name) =>
        fields.FirstOrDefault(field => field.Name == name) is { Name: not null } field ? Unescape(field.Raw) : null;

    private static string Unescape(string raw) =>
        Uri.UnescapeDataString(raw.Replace('+', ' '));
}
