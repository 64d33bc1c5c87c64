using Conformance.Player.Benches;
using Conformance.Player.Judging;
using Conformance.Player.Playing;
using Conformance.Player.Preflights;
using Conformance.Saml.Names;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Discovering;

/// <summary>
/// What does this service provider accept? A dozen honest logins before the catalogue, so that a refusal of something that it never
/// accepts is not taken for an answer, and the report can say what was seen.
/// </summary>
internal sealed class Discovery(Bench bench, ScenarioPlayer player, bool browser, Dictionary<string, string> discovered)
{
    private const string Conditions = "Assertion/Conditions";
    private const string Confirmation = "Assertion/Subject/SubjectConfirmation/SubjectConfirmationData";

    // Widest tolerance first tried; what nobody should tolerate is a matter for the scenarios.
    private static readonly string[] Steps = ["15s", "50s", "100s", "170s", "290s", "590s", "1190s"];

    private static readonly (string Word, string Uri)[] NameIdFormats =
    [
        ("persistent", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"),
        ("transient", "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"),
        ("emailAddress", "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"),
        ("unspecified", "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"),
    ];

    // The first that is decrypted serves wherever a scenario does not care which it is.
    private static readonly (string Word, string Method)[] BlockEncryptions =
    [
        ("AES-128-GCM", EncryptionAlgorithms.Aes128Gcm),
        ("AES-256-CBC", EncryptionAlgorithms.Aes256Cbc),
        ("AES-128-CBC", EncryptionAlgorithms.Aes128Cbc),
        ("AES-256-GCM", EncryptionAlgorithms.Aes256Gcm),
    ];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await UnsolicitedAsync(cancellationToken);
        await EncryptionAsync(cancellationToken);
        await SkewAsync("skew allowed after the end", step => [BaselineLogin.SetTimes(($"{Conditions}/@NotBefore", "-2h"), ($"{Conditions}/@NotOnOrAfter", $"-{step}"))], cancellationToken);
        await SkewAsync("skew allowed after the end of the confirmation", step => [BaselineLogin.SetTimes(($"{Confirmation}/@NotOnOrAfter", $"-{step}"))], cancellationToken);
        await SkewAsync("skew allowed before the beginning", step => [BaselineLogin.SetTimes(($"{Conditions}/@NotBefore", step), ($"{Conditions}/@NotOnOrAfter", "2h"))], cancellationToken);
        await NameIdFormatsAsync(cancellationToken);
    }

    private async Task UnsolicitedAsync(CancellationToken cancellationToken)
    {
        var accepted = await SignsInAsync(BaselineLogin.Signed("accepted", unsolicited: true), cancellationToken);
        bench.Generic.Discovered["idp-initiated"] = accepted;
        discovered["unsolicited Responses"] = accepted ? "accepted" : "refused";
    }

    private async Task EncryptionAsync(CancellationToken cancellationToken)
    {
        var unsaid = bench.Generic.EncryptionCertificate is null;
        if (unsaid && !EncryptionKeys.UseSigningKey(bench))
        {
            EncryptionKeys.Drop(bench);
            return;
        }

        foreach (var (word, method) in BlockEncryptions)
        {
            bench.Generic.BlockEncryption = method;
            if (await SignsInAsync(BaselineLogin.Signed("accepted", encrypted: true), cancellationToken))
            {
                bench.Generic.Discovered["encryption"] = true;
                discovered["encrypted assertions"] = unsaid ? $"accepted, by {word}, for the key that its metadata gives for signatures" : $"accepted, by {word}";
                return;
            }
        }

        bench.Generic.BlockEncryption = null;
        if (unsaid)
        {
            EncryptionKeys.Drop(bench);
            return;
        }

        bench.Generic.Discovered["encryption"] = false;
        discovered["encrypted assertions"] = "refused, although there is a key for them";
    }

    private async Task SkewAsync(string name, Func<string, IReadOnlyList<Edit>> says, CancellationToken cancellationToken)
    {
        string? widest = null;
        foreach (var step in Steps)
        {
            if (!await SignsInAsync(BaselineLogin.Signed("accepted", says: says(step)), cancellationToken))
            {
                break;
            }

            widest = step;
        }

        discovered[name] = widest is null ? $"less than {Steps[0]}" : widest == Steps[^1] ? $"{widest} and more" : $"{widest} to {Steps[Array.IndexOf(Steps, widest) + 1]}";
    }

    private async Task NameIdFormatsAsync(CancellationToken cancellationToken)
    {
        var accepted = new List<string>();
        foreach (var (word, uri) in NameIdFormats)
        {
            if (await SignsInAsync(BaselineLogin.Signed("accepted", says: [BaselineLogin.Set("Assertion/Subject/NameID/@Format", uri)]), cancellationToken))
            {
                accepted.Add(word);
            }
        }

        discovered["NameID formats"] = accepted.Count == 0 ? "none of the usual ones alone" : string.Join(", ", accepted);
    }

    private async Task<bool> SignsInAsync(ScenarioCase login, CancellationToken cancellationToken)
    {
        var result = await player.PlayAsync(login, bench.Generic, browser, asControl: false, tracePath: null, cancellationToken);
        return result.SuiteError is null && result.Findings.Count == 0;
    }
}
