namespace Conformance.Fakes.IdentityProvider;

/// <summary>One way in which an identity provider can do its own part wrong, to show that fixture checks notice it.</summary>
public sealed record IdpMistake
{
    internal IdpMistake(string name, string story, IReadOnlyList<string> meantFor, Func<IdentityProviderSettings, IdentityProviderSettings> change) =>
        (Name, Story, MeantFor, Change) = (name, story, meantFor, change);

    /// <summary>The name by which it is switched on.</summary>
    public string Name { get; }

    /// <summary>What goes wrong.</summary>
    public string Story { get; }

    /// <summary>The promises that it breaks, such as <c>JCE-06</c>.</summary>
    public IReadOnlyList<string> MeantFor { get; }

    internal Func<IdentityProviderSettings, IdentityProviderSettings> Change { get; }
}
