using System.Text;
using Conformance.Player.Drivers;
using Conformance.Saml.Metadata;
using Conformance.Saml.Messages;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Playing;

/// <summary>Fetches the service provider's metadata, with no session, and compares what it says.</summary>
internal static class MetadataSteps
{
    public static async Task PlayAsync(Play play, MetadataShows step, CancellationToken cancellationToken)
    {
        if (play.IsControl)
        {
            return;
        }

        var url = play.Stage.Scope.ValueOf("sp.metadata") ?? throw new PlayException(step.Location, "the target names no metadata; write needs: [metadata]");
        play.Say(step, "reads the service provider's metadata");
        await using var driver = await play.Ground.NewDriverAsync(browser: false, cancellationToken);
        var page = await driver.ReadAsync(url, keepCookies: false, cancellationToken);
        var hop = driver.Hops[^1];
        if (page.Trouble is not null || hop.Status is < 200 or >= 300)
        {
            play.Miss(step.Location, $"{url} gives the metadata to anybody", $"{hop}");
            return;
        }

        var again = await driver.ReadAsync(url, keepCookies: false, cancellationToken);
        var xml = Encoding.UTF8.GetString(hop.ResponseBody);
        var facts = new SpMetadataFacts(SpMetadata.Read(xml), play.Ground.Clock.GetUtcNow());
        var matcher = new ValueMatcher(play.Scope, play.Ground.Clock);
        foreach (var (field, expected) in step.Expect.Entries)
        {
            var actual = Values(field.Raw, hop, again.Body, facts, play.Stage);
            if (matcher.Mismatch(expected, actual) is { } wanted)
            {
                play.Miss(step.Location, $"the metadata has {field.Raw} = {wanted}", actual.Count == 0 ? $"it has no {field.Raw}" : $"it has {field.Raw} = {string.Join(" ", actual.Select(value => $"\"{value}\""))}");
                return;
            }
        }
    }

    private static IReadOnlyList<string> Values(string name, Hop hop, string again, SpMetadataFacts facts, Stage stage) => name switch
    {
        "Content-Type" => hop.ResponseHeader("Content-Type") is { } type ? [type.Split(';')[0].Trim()] : [],
        "StableProblems" => WithoutVariable(facts.Metadata.Xml) == WithoutVariable(again) ? [] : ["Two fetches in a row differ in more than times and identifiers."],
        "FlagProblems" => [.. Flags(facts.Metadata, stage)],
        "LogoutEndpointProblems" => facts.Metadata.SingleLogoutServices.Count > 0 && stage.DeniesLogout
            ? ["A SingleLogoutService is listed, and the vendor says that there is no single logout."]
            : [],
        _ => facts.Values(name),
    };

    private static IEnumerable<string> Flags(SpMetadata metadata, Stage stage)
    {
        if (metadata.AuthnRequestsSigned == true && stage.Discovered.GetValueOrDefault("signed-requests", true) == false)
        {
            yield return "AuthnRequestsSigned is true, and its AuthnRequest came unsigned.";
        }

        if (metadata.WantAssertionsSigned == true && stage.SigningPlaces.Contains(SignedParts.Response))
        {
            yield return "WantAssertionsSigned is true, and it accepts an assertion that is not signed itself, in a signed Response.";
        }
    }

    // Generated metadata may carry a fresh identifier, a validity that moves on, and so a signature of its own each time.
    private static string WithoutVariable(string xml) => System.Text.RegularExpressions.Regex.Replace(
        xml, "\\s(ID|validUntil|cacheDuration)=(\"[^\"]*\"|'[^']*')|<(\\w+:)?Signature[ >].*?</(\\w+:)?Signature>", string.Empty,
        System.Text.RegularExpressions.RegexOptions.Singleline, TimeSpan.FromSeconds(2));
}
