using System.Text;
using Conformance.Player.Drivers;
using Conformance.Saml.Metadata;
using Conformance.Saml.Messages;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Playing;

/// <summary>Fetches the service provider's metadata, with no session, and compares what it says.</summary>
internal static class MetadataSteps
{
    private const string Identity = "entityID";

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
        var facts = new SpMetadataFacts(SpMetadata.Read(Encoding.UTF8.GetString(hop.ResponseBody)), play.Ground.Clock.GetUtcNow());
        if (page.Trouble is not null || hop.Status is < 200 or >= 300 || facts.Metadata.EntityId is null)
        {
            NotThere(play, step, url, hop);
            return;
        }

        var again = await driver.ReadAsync(url, keepCookies: false, cancellationToken);
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

    // What cannot be read is said once, by whoever asks whose metadata it is; nothing else can be said about it.
    private static void NotThere(Play play, MetadataShows step, string url, Hop hop)
    {
        var expected = $"{url} gives the metadata of a service provider to anybody";
        if (step.Expect.Entries.Any(entry => entry.Key.Raw == Identity))
        {
            play.Miss(step.Location, expected, $"{hop}, and no entityID is in it");
        }
        else
        {
            play.Inapplicable(step.Location, expected, $"{hop}, and no entityID is in it; saml/metadata/entity-id is the one that fails for it");
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
