using Microsoft.Extensions.Primitives;

namespace Conformance.ReferenceSp.Checks;

/// <summary>The HTTP request that reached an assertion consumer service.</summary>
internal sealed record AcsRequest
{
    public required string Method { get; init; }

    public string ContentType { get; init; } = "";

    public StringValues FormSamlResponse { get; init; }

    public StringValues QuerySamlResponse { get; init; }

    /// <summary>The query as it stood in the address, with the question mark; empty when there was none.</summary>
    public string Query { get; init; } = "";

    public string? RelayState { get; init; }

    /// <summary>The value of a cookie; null when the browser sent none of that name.</summary>
    public required Func<string, string?> Cookie { get; init; }
}
