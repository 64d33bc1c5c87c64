using System.Runtime.CompilerServices;

namespace Conformance.SelfTests.IdentityProvider;

/// <summary>Where the fixtures lie.</summary>
internal static class RepositoryFiles
{
    public static string Fixtures { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../fixtures"));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
