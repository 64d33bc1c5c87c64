using System.Text.Json;
using Conformance.Benchmarks.Rehearsals;

namespace Conformance.Benchmarks.KillMatrix;

/// <summary>What was found out about each flaw so far, so that a matrix that takes long can be made in pieces.</summary>
internal static class KillStore
{
    private static string Directory => Repository.At("artifacts", "kills");

    /// <summary>What is known of a flaw; <c>null</c>: nothing.</summary>
    public static Kill? Find(string flaw) =>
        File.Exists(PathOf(flaw)) ? JsonSerializer.Deserialize<Kill>(File.ReadAllText(PathOf(flaw))) : null;

    public static void Save(Kill kill)
    {
        System.IO.Directory.CreateDirectory(Directory);
        File.WriteAllText(PathOf(kill.Flaw), JsonSerializer.Serialize(kill));
    }

    public static void Clear()
    {
        if (System.IO.Directory.Exists(Directory))
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }
    }

    private static string PathOf(string flaw) => Path.Combine(Directory, flaw + ".json");
}
