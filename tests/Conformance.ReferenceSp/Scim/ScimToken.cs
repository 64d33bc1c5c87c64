namespace Conformance.ReferenceSp.Scim;

/// <summary>An API key.</summary>
/// <param name="Id">What names it on the pages.</param>
/// <param name="Company">The key of the company that it is for.</param>
/// <param name="Name">What its maker calls it.</param>
/// <param name="Hash">SHA-256 of its text.</param>
/// <param name="MayWrite">Whether it may change anything.</param>
/// <param name="Made">When.</param>
internal sealed record ScimToken(string Id, string Company, string Name, string Hash, bool MayWrite, DateTimeOffset Made)
{
    public bool WasMadeHere { get; init; }
}
