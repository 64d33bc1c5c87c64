using Conformance.Player.Drivers;
using Conformance.Player.Judging;
using Conformance.Player.Playing;
using Conformance.Saml.Names;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Preflights;

/// <summary>Why a valid login may have failed, as far as it can be seen from outside: what the browser did with cookies, and what the service provider takes instead.</summary>
internal sealed class LoginDoubts(Stage stage, Func<ScenarioCase, CancellationToken, Task<PlayResult>> play)
{
    private static readonly string[] BlockEncryptions = [EncryptionAlgorithms.Aes256Gcm, EncryptionAlgorithms.Aes256Cbc, EncryptionAlgorithms.Aes128Gcm, EncryptionAlgorithms.Aes128Cbc];

    /// <summary>What was seen, and what to do about it; <c>null</c>: nothing stands out.</summary>
    public async Task<(string Sentence, string Remedy)?> AskAsync(PlayResult refused, CancellationToken cancellationToken) =>
        Cookie([.. refused.Transcript.Hops.Values.SelectMany(hops => hops)]) ?? await EncryptionAsync(cancellationToken);

    private (string Sentence, string Remedy)? Cookie(IReadOnlyList<Hop> hops)
    {
        var cookies = hops.SelectMany(hop => hop.ResponseHeaders.Where(header => header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase)))
            .Select(header => (Name: header.Value.Split('=')[0].Trim(), Attributes: header.Value.Split(';').Skip(1).Select(attribute => attribute.Trim().ToUpperInvariant()).ToList()))
            .ToList();
        if (cookies.Find(cookie => cookie.Attributes.Contains("SAMESITE=NONE") && !cookie.Attributes.Contains("SECURE")) is { Name: { } dropped })
        {
            return (
                $"Its cookie \"{dropped}\" says SameSite=None without Secure, and browsers drop such a cookie.",
                "Let the service provider set it with Secure, also on http://127.0.0.1, where browsers keep it; or, for a test without TLS, with SameSite=Lax and \"idp: http://127.0.0.1\" in the target file.");
        }

        var acs = stage.Application.AcsUrls;
        var sent = hops.LastOrDefault(hop => hop.Method == "POST" && acs.Any(url => url.Split('?')[0] == hop.Url.Split('?')[0]))?.RequestHeaders
            .Where(header => header.Key.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
            .SelectMany(header => header.Value.Split(';').Select(cookie => cookie.Split('=')[0].Trim())).ToList() ?? [];
        return cookies.Find(cookie => (cookie.Attributes.Contains("SAMESITE=LAX") || cookie.Attributes.Contains("SAMESITE=STRICT")) && !sent.Contains(cookie.Name)) is { Name: { } kept }
            ? (
                $"Its cookie \"{kept}\" is SameSite=Lax or Strict, so the browser did not send it along with the Response, which another site posts.",
                "A cookie that has to be there when the Response comes needs SameSite=None and Secure.")
            : null;
    }

    private async Task<(string Sentence, string Remedy)?> EncryptionAsync(CancellationToken cancellationToken)
    {
        if (stage.EncryptionCertificate is null)
        {
            return null;
        }

        var before = stage.BlockEncryption;
        try
        {
            foreach (var method in BlockEncryptions)
            {
                stage.BlockEncryption = method;
                if (await play(BaselineLogin.Signed("accepted", encrypted: true), cancellationToken) is { SuiteError: null, Findings.Count: 0 })
                {
                    return (
                        "It signs the same person in when the assertion is encrypted: it takes no plain one.",
                        "Allow plain assertions for the test: what is tampered with is plain, and there is no catalogue yet for a service provider that insists on encryption.");
                }
            }
        }
        finally
        {
            stage.BlockEncryption = before;
        }

        return null;
    }
}
