using Conformance.Player.Benches;
using Conformance.Player.Playing;
using Conformance.Player.Scim;

namespace Conformance.Player.Preflights;

/// <summary>CTL-12: whether a verdict about the SCIM endpoint can mean anything.</summary>
internal static class ScimPreflight
{
    private const string Id = "CTL-12";
    private const string Name = "its SCIM endpoint creates and deletes a usual user";

    public static async Task<PreflightCheck> RunAsync(Bench bench, Dictionary<string, string> discovered, bool isAlone, CancellationToken cancellationToken)
    {
        var access = bench.Generic.Scim!;
        if (!bench.Settings.Target.Disposable && !Drivers.Site.IsLoopback(new Uri(access.Url).Host) && bench.Settings.Target.Place is not Targets.EmbeddedPlace)
        {
            const string refused = "The target is not on this machine and its file does not say \"disposable: true\"; nothing is written to it.";
            access.Offer = new ScimOffer { Trouble = refused };
            return new PreflightCheck(Id, Name, isAlone ? PreflightOutcome.Failed : PreflightOutcome.Noted, refused, "Give the suite an installation of its own, and say so in the target file.");
        }

        await using var driver = bench.NewHttpDriver();
        var client = new ScimClient(access, driver, ((IPlayground)bench).Clock);
        var discovery = new ScimDiscovery(
            client, bench.Generic.Scope, () => $"{bench.Markers.Honest}-{bench.Ids.Next()[1..9]}", bench.Generic.Discovered);
        access.Offer = await discovery.RunAsync(cancellationToken);
        _ = await client.CleanUpAsync(cancellationToken);
        var offered = bench.Generic.Discovered.Where(claim => claim.Key.StartsWith("scim-", StringComparison.Ordinal)).ToLookup(claim => claim.Value, claim => claim.Key["scim-".Length..]);
        discovered["SCIM offers"] = string.Join(", ", offered[true].Order(StringComparer.Ordinal));
        discovered["SCIM does not offer"] = string.Join(", ", offered[false].Order(StringComparer.Ordinal));
        return access.Offer.Trouble is { } trouble
            ? new PreflightCheck(
                Id, Name, isAlone ? PreflightOutcome.Failed : PreflightOutcome.Noted, $"At {access.Url} {trouble}",
                "Check \"url\" and \"token\" under \"scim\" in the target file; attributes that this server wants of every user go under \"user\" there.")
            : new PreflightCheck(Id, Name, PreflightOutcome.Passed, $"{access.Url} creates a user, shows and deletes it.");
    }
}
