namespace Conformance.SelfTests.Snapshots;

/// <summary>Where a snapshot lies.</summary>
internal sealed record SnapshotPath(string Directory, string Name, string Extension)
{
    /// <summary>Whether the file has the name that its users know, without <c>.verified</c>.</summary>
    public bool HasNameOfItsOwn { get; init; }

    public string Verified => Path.Combine(Directory, HasNameOfItsOwn ? $"{Name}.{Extension}" : $"{Name}.verified.{Extension}");

    public string Received => Path.Combine(Directory, $"{Name}.received.{Extension}");
}
