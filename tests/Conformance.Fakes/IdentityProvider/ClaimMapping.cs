namespace Conformance.Fakes.IdentityProvider;

/// <summary>One attribute of the assertions for an application.</summary>
/// <param name="Name">The attribute's Name.</param>
/// <param name="Source">A field in the identity provider's own spelling; null for a constant.</param>
public sealed record ClaimMapping(string Name, string? Source)
{
    /// <summary>The constant values where there is no source; {tenant} and {issuer} are replaced.</summary>
    public IReadOnlyList<string> Constants { get; init; } = [];

    /// <summary>An attribute whose values are the same for everybody.</summary>
    public static ClaimMapping Constant(string name, params IReadOnlyList<string> values) =>
        new(name, null) { Constants = values };
}
