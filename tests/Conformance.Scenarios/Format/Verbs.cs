namespace Conformance.Scenarios.Format;

/// <summary>The closed list of verbs.</summary>
public static class Verbs
{
    /// <summary>All verbs: what a person does, what the identity provider does, what is looked at, what happens around it, what a provisioning client does.</summary>
    public static IReadOnlyList<VerbDescription> All { get; } =
        [.. PersonVerbs.All, .. IdentityProviderVerbs.All, .. ObservingVerbs.All, .. SurroundingVerbs.All, .. ScimVerbs.All, .. ProvisioningVerbs.All];

    /// <summary>The verb of that name, or <c>null</c>.</summary>
    /// <param name="name">The name.</param>
    public static VerbDescription? Find(string name) => All.FirstOrDefault(verb => verb.Name == name);
}
