namespace Conformance.ReferenceSp.Web;

/// <summary>One HTML page.</summary>
internal sealed record Page
{
    public required string Title { get; init; }

    /// <summary>The markup inside <c>main</c>; every value in it is already encoded.</summary>
    public required string Body { get; init; }

    public int Status { get; init; } = 200;

    /// <summary>Inline script, allowed by its nonce.</summary>
    public string? Script { get; init; }

    /// <summary>Whether nothing stands around the body.</summary>
    public bool IsBare { get; init; }

    /// <summary>Whether the browser is told to run no script but ours.</summary>
    public bool HasContentSecurityPolicy { get; init; } = true;
}
