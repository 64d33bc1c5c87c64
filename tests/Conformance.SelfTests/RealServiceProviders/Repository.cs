namespace Conformance.SelfTests.RealServiceProviders;

/// <summary>The repository that these tests were built in.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string directory) =>
        File.Exists(Path.Combine(directory, "Conformance.sln")) ? directory : Find(Path.GetDirectoryName(directory)
            ?? throw new InvalidOperationException("These tests run from within the repository, and no folder above holds Conformance.sln."));
}
