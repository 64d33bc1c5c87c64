using Conformance.Player.Drivers;
using Conformance.Player.Playing;
using Conformance.Saml.Names;

namespace Conformance.Player.Preflights;

/// <summary>Why a valid login may have failed, as far as it can be seen from outside.</summary>
internal static class LoginDoubts
{
    private static readonly string[] BlockEncryptions = [EncryptionAlgorithms.Aes256Gcm, EncryptionAlgorithms.Aes256Cbc, EncryptionAlgorithms.Aes128Gcm, EncryptionAlgorithms.Aes128Cbc];

    /// <summary>The ways to send an assertion, the plain one first (<c>null</c>), then by each block encryption where the service provider has a key for it.</summary>
    public static IReadOnlyList<string?> Encryptions(Stage stage) => stage.EncryptionCertificate is null ? [null] : [null, .. BlockEncryptions];

    /// <summary>What the browser did with cookies, and what to do about it; <c>null</c>: nothing stands out.</summary>
    public static (string Sentence, string Remedy)? Cookie(PlayResult refused, Stage stage)
    {
        var hops = refused.Transcript.Hops.Values.SelectMany(browser => browser).ToList();
        if (Cookies(hops).Find(cookie => cookie.Attributes.Contains("SAMESITE=NONE") && !cookie.Attributes.Contains("SECURE")) is { Name: { } dropped })
        {
            return (
                $"Its cookie \"{dropped}\" says SameSite=None without Secure, and browsers drop such a cookie.",
                "Let the service provider set it with Secure, also on http://127.0.0.1, where browsers keep it; or, for a test without TLS, with SameSite=Lax and \"idp: http://127.0.0.1\" in the target file.");
        }

        // What is set by the answer to the Response, or later, could not have come with it.
        var delivery = hops.FindLastIndex(hop => hop.Method == "POST" && stage.Application.AcsUrls.Any(url => url.Split('?')[0] == hop.Url.Split('?')[0]));
        if (delivery < 0)
        {
            return null;
        }

        var sent = hops[delivery].RequestHeaders
            .Where(header => header.Key.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
            .SelectMany(header => header.Value.Split(';').Select(cookie => cookie.Split('=')[0].Trim())).ToList();
        return Cookies(hops.Take(delivery)).Find(cookie => (cookie.Attributes.Contains("SAMESITE=LAX") || cookie.Attributes.Contains("SAMESITE=STRICT")) && !sent.Contains(cookie.Name)) is { Name: { } kept }
            ? (
                $"Its cookie \"{kept}\" is SameSite=Lax or Strict, so the browser did not send it along with the Response, which another site posts.",
                "A cookie that has to be there when the Response comes needs SameSite=None and Secure.")
            : null;
    }

    private static List<(string Name, List<string> Attributes)> Cookies(IEnumerable<Hop> hops) =>
    [
        .. hops.SelectMany(hop => hop.ResponseHeaders.Where(header => header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase)))
            .Select(header => (header.Value.Split('=')[0].Trim(), header.Value.Split(';').Skip(1).Select(attribute => attribute.Trim().ToUpperInvariant()).ToList())),
    ];
}
