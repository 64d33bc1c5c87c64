using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Targets;
using Conformance.Saml.Keys;

namespace Conformance.Player.Benches;

/// <summary>
/// Keys of the identity provider beside the one that it signs with. Its metadata lists those that the target claims to have been given:
/// a product that was set up by hand with one certificate cannot know them.
/// </summary>
internal static class FurtherKeys
{
    private const int Bits = 2048;
    private const int ShortBits = 1024;
    private static readonly TimeSpan OverForAMonth = TimeSpan.FromDays(-30);

    /// <summary>The claim → the name of the key, which is what scenarios sign with.</summary>
    public static IReadOnlyDictionary<string, string> ByClaim { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["second-idp-key"] = "second",
        ["idp-key-without-use"] = "without-use",
        ["expired-idp-certificate"] = "expired",
        ["short-idp-key"] = "short",
    };

    /// <summary>The name under which the identity provider publishes the key that has no use.</summary>
    public static string NameOf(string word) => $"idp-{word}";

    /// <summary>The keys that a target claims to have been given, by the word of the scenarios.</summary>
    /// <param name="target">The target.</param>
    /// <param name="keys">Where they are made or kept.</param>
    /// <param name="needs">What the scenarios need; <c>null</c>: anything.</param>
    public static IReadOnlyDictionary<string, SigningKey> Of(TargetFile target, RunKeys keys, IReadOnlySet<string>? needs) => ByClaim
        .Where(claim => target.Claims.Says(claim.Key) == true && (keys.AreKept || needs?.Contains(claim.Key) != false))
        .ToDictionary(claim => claim.Value, claim => Make(claim.Value, keys), StringComparer.Ordinal);

    /// <summary>The identity provider's settings with what its metadata says of those keys.</summary>
    public static IdentityProviderSettings Published(IdentityProviderSettings settings) =>
        settings with { Exports = settings.Exports with { KeysWithoutUse = [NameOf("without-use")] } };

    private static SigningKey Make(string word, RunKeys keys) => word switch
    {
        "short" => keys.Rsa(NameOf(word), ShortBits, null),
        "expired" => keys.Rsa(NameOf(word), Bits, OverForAMonth),
        _ => keys.Rsa(NameOf(word)),
    };
}
