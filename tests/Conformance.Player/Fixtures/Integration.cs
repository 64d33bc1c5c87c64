using Conformance.Fakes.IdentityProvider;

namespace Conformance.Player.Fixtures;

/// <summary>A product set up with an identity provider as an article tells: what a file of <c>fixtures/integrations</c> says.</summary>
public sealed record Integration
{
    /// <summary>The file's name, such as <c>dialpad-jumpcloud</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The file name of the identity provider.</summary>
    public required string IdentityProvider { get; init; }

    /// <summary>The product as it is registered at the identity provider.</summary>
    public required ServiceProviderApplication Application { get; init; }

    /// <summary>Who is in the directory: fixture name to groups.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> People { get; init; }

    /// <summary>Groups inside groups.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The company at the product.</summary>
    public required IntegrationCompany Company { get; init; }

    /// <summary>Values for <c>${integration.…}</c>.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>Whether both are customers of the same product, so that each is one of the other's possible confusions.</summary>
    public bool IsNeighbourOf(Integration other) => Company.Dress == other.Company.Dress;

    /// <summary>Registers application, groups and people at an identity provider.</summary>
    /// <param name="idp">The identity provider.</param>
    /// <param name="people">The people by fixture name.</param>
    public void SetUp(FakeIdentityProvider idp, IReadOnlyDictionary<string, PersonFixture> people)
    {
        idp.Register(Application);
        foreach (var (group, members) in Groups)
        {
            idp.Nest(group, members);
        }

        foreach (var (name, groups) in People)
        {
            idp.Add(people[name].At(Company.Domain, groups));
        }
    }
}
