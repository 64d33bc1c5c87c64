namespace Conformance.Player.Targets;

/// <summary>What a vendor says of the product. <c>null</c>: nothing is said, it is discovered where that is possible.</summary>
public sealed record Claims
{
    /// <summary>Signing places that are accepted: <c>assertion</c>, <c>response</c>, <c>both</c>.</summary>
    public IReadOnlyList<string>? Signing { get; init; }

    /// <summary>Other claims by name (<c>encryption</c>, <c>idp-initiated</c>, <c>slo</c>, <c>skew</c>, <c>protected-page</c>, …) → the value as
    /// written; <c>false</c>: not offered.</summary>
    public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether something is claimed: <c>true</c> or a value; <c>false</c> when it is denied; <c>null</c> when nothing is said.</summary>
    public bool? Says(string claim) => claim == "signing"
        ? Signing is null ? null : true
        : Others.TryGetValue(claim, out var value) ? value is not ("false" or "no" or "none") : null;
}
