namespace Conformance.Saml.Tamperings;

/// <summary>A tampering, for people, the editor schema and the loader.</summary>
/// <param name="Name">The word in a scenario, kebab-case.</param>
/// <param name="Summary">What it does, one sentence.</param>
/// <param name="Premise">What is proven of the message before it is sent.</param>
/// <param name="Parameters">
/// What it takes. A plain string argument is the first parameter's value; <see cref="ByPath"/> takes a map of paths.
/// </param>
public sealed record TamperingDescription(
    string Name, string Summary, string Premise, IReadOnlyList<TamperingParameter> Parameters)
{
    /// <summary>Whether the argument is a map from path to value, and not from parameter to value.</summary>
    public bool ByPath { get; init; }

    /// <summary>Whether the IdP itself may say it, so that the signature is valid over it.</summary>
    public bool CanBeSaid { get; init; }
}
