using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Player.Benches;
using Conformance.Player.Evidence;
using Conformance.Player.Preflights;
using Conformance.Player.Settings;
using Conformance.Player.Targets;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Reports;

/// <summary>Takes secrets out of everything that a report says, by their values: passwords, cookies, tokens, private keys.</summary>
public sealed partial class Redaction
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Mark = "[redacted]";

    // A shorter value would strike words that only look like it.
    private const int ShortestSecret = 6;
    private readonly IReadOnlyList<string> _longestFirst;

    /// <summary>Knows these values, and what every secret of its kind looks like.</summary>
    /// <param name="secrets">The values.</param>
    public Redaction(IEnumerable<string?> secrets) =>
        _longestFirst = [.. secrets.OfType<string>().SelectMany(Forms).Where(secret => secret.Length >= ShortestSecret)
            .Distinct(StringComparer.Ordinal).OrderByDescending(secret => secret.Length).ThenBy(secret => secret, StringComparer.Ordinal)];

    /// <summary>Knows the secrets of the files: the people's passwords, and what the target file takes from the environment.</summary>
    public static Redaction Of(Suite suite) => new(
        suite.Fixtures.People.Values.Select(person => person.Password)
            .Concat(suite.Target.People.Keys.Select(role => $"correct-horse-{role}"))
            .Concat(suite.Target.People.Values.Select(person => person.Password?.Raw))
            .Concat(ScimTokensOf(suite.Target))
            .Concat(EnvironmentOf(suite)));

    /// <summary>Knows the cookies of a folder of evidence too, and what was copied from pages: they are of its one attempt, and can stand in no other text.</summary>
    public Redaction With(string evidence) => SecretsOf(evidence) is { Count: > 0 } secrets ? new Redaction([.. _longestFirst, .. secrets]) : this;

    /// <summary>A text without secrets, and without what would steer a terminal.</summary>
    public string Apply(string text)
    {
        text = Printable.Of(text);
        foreach (var secret in _longestFirst)
        {
            text = text.Replace(secret, Mark, StringComparison.Ordinal);
        }

        text = PrivateKey().Replace(text, Mark);
        text = BenchToken.Form().Replace(text, Mark);
        text = Bearer().Replace(text, $"$1{Mark}");
        return Cookie().Replace(text, $"$1{Mark}");
    }

    /// <summary>A result without secrets.</summary>
    public CaseResult Apply(CaseResult result) => result with
    {
        Expected = [.. result.Expected.Select(Apply)],
        Actual = Optional(result.Actual),
        Control = Optional(result.Control),
        Reason = Optional(result.Reason),
        Property = Optional(result.Property),
        Detail = Optional(result.Detail),
    };

    /// <summary>A preflight without secrets.</summary>
    public PreflightReport Apply(PreflightReport report) => new(
        [.. report.Checks.Select(check => check with { Sentence = Apply(check.Sentence), Remedy = Optional(check.Remedy) })],
        report.Discovered.ToDictionary(entry => entry.Key, entry => Apply(entry.Value), StringComparer.Ordinal));

    private string? Optional(string? text) => text is null ? null : Apply(text);

    // The same secret stands in addresses, forms and JSON in their own spelling.
    private static IEnumerable<string> Forms(string secret) =>
        [secret, Uri.EscapeDataString(secret), System.Net.WebUtility.HtmlEncode(secret), JsonEncodedText.Encode(secret).ToString()];

    private static IEnumerable<string?> ScimTokensOf(TargetFile target)
    {
        if (target.Scim is not { } scim)
        {
            return [];
        }

        var file = scim.TokenFile is { } path ? Path.GetFullPath(path, Path.GetDirectoryName(Path.GetFullPath(target.Path)) ?? ".") : null;
        return new[] { scim.Token, scim.OtherToken, scim.ReadOnlyToken }
            .Select(token => token is { Variables.Count: 0 } ? token.Raw : null)
            .Append(File.Exists(file) ? File.ReadAllText(file).Trim() : null);
    }

    private static IEnumerable<string?> EnvironmentOf(Suite suite)
    {
        var path = Path.GetFullPath(suite.Target.Path, suite.Folders.Root);
        return File.Exists(path)
            ? EnvironmentVariable().Matches(File.ReadAllText(path)).Select(match => Environment.GetEnvironmentVariable(match.Groups[1].Value))
            : [];
    }

    private static List<string?> SecretsOf(string evidence) =>
    [
        .. Entries(Path.Combine(evidence, "cookies.json")).Select(cookie => cookie.TryGetProperty("Value", out var value) ? value.GetString() : null),
        .. Entries(Path.Combine(evidence, EvidenceWriter.CopiedFile)).Select(copied => copied.GetString()),
    ];

    private static List<JsonElement> Entries(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return json.RootElement.ValueKind == JsonValueKind.Array ? [.. json.RootElement.EnumerateArray().Select(entry => entry.Clone())] : [];
    }

    [GeneratedRegex(@"\$\{env\.([A-Za-z0-9_]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex EnvironmentVariable();

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY-----.*?-----END [A-Z ]*PRIVATE KEY-----", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex PrivateKey();

    // A token is no word: "bearer confirmation" stays.
    [GeneratedRegex(@"(\bBearer\s+)(?=[A-Za-z]*[0-9._~+/=-])[A-Za-z0-9._~+/=-]{8,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bearer();

    [GeneratedRegex(@"(\b(?:Set-)?Cookie:\s*[^=\s;]+=)[^;\s]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cookie();
}
