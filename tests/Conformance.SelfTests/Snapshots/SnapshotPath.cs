namespace Conformance.SelfTests.Snapshots;

/// <summary>Where a snapshot lies.</summary>
internal sealed record SnapshotPath(string Directory, string Name, string Extension)
{
    public string Verified => Path.Combine(Directory, $"{Name}.verified.{Extension}");

    public string Received => Path.Combine(Directory, $"{Name}.received.{Extension}");
}
