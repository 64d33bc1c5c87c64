namespace Conformance.Saml.Metadata;

/// <summary>Where messages of one binding go, SAML metadata 2.2.2 and 2.2.3.</summary>
/// <param name="Binding">One of <see cref="Names.BindingUris"/>.</param>
/// <param name="Location">The address.</param>
/// <param name="Index">For an indexed endpoint.</param>
/// <param name="IsDefault">For an indexed endpoint; null when not said.</param>
public sealed record Endpoint(string Binding, string Location, int? Index = null, bool? IsDefault = null)
{
    /// <summary>Where answers go instead; null: to <see cref="Location"/>.</summary>
    public string? ResponseLocation { get; init; }
}
