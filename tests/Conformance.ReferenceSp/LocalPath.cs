namespace Conformance.ReferenceSp;

/// <summary>Paths of this service, as opposed to addresses that lead elsewhere.</summary>
internal static class LocalPath
{
    private const int Longest = 1024;

    public static bool IsLocal(string? path) =>
        path is { Length: > 0 and <= Longest } && path[0] == '/'
        && !path.StartsWith("//", StringComparison.Ordinal)
        && path.All(character => character is > ' ' and <= '~' and not '\\' and not '"' and not '<' and not '>');
}
