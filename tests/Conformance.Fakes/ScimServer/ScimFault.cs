namespace Conformance.Fakes.ScimServer;

/// <summary>A misbehaviour of the fake SCIM server, armed for some requests.</summary>
public sealed class ScimFault
{
    private int _left;

    /// <summary>What goes wrong.</summary>
    public required ScimFaultKind Kind { get; init; }

    /// <summary>For which method; <see langword="null"/>: any; <c>write</c>: all but GET; <c>update</c>: PUT and PATCH.</summary>
    public string? Method { get; init; }

    /// <summary>For which part of the server, such as <c>/Users</c>.</summary>
    public string Path { get; init; } = "/";

    /// <summary>How often.</summary>
    public required int Times { get => _left + Hits; init => _left = value; }

    /// <summary>The wait that throttled clients are asked for, or how late a slow answer is.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What the error says.</summary>
    public string Detail { get; init; } = string.Empty;

    /// <summary>How often it has happened.</summary>
    public int Hits { get; private set; }

    internal bool Takes(string method, string path)
    {
        var fits = Method switch
        {
            null => true,
            "write" => method != "GET",
            "update" => method is "PUT" or "PATCH",
            _ => method == Method,
        };
        if (!fits || _left == 0 || !path.StartsWith(Path, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        (_left, Hits) = (_left - 1, Hits + 1);
        return true;
    }
}
