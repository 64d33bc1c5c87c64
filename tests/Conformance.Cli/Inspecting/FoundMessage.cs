using Conformance.Saml.Bindings;

namespace Conformance.Cli.Inspecting;

/// <summary>A SAML message in whatever somebody had at hand.</summary>
/// <param name="Where">Where it was, such as <c>the parameter SAMLResponse</c>.</param>
/// <param name="Xml">The message.</param>
internal sealed record FoundMessage(string Where, string Xml)
{
    /// <summary>The query that it came in; <c>null</c> when it did not come in one.</summary>
    public RedirectMessage? Query { get; init; }

    /// <summary>The RelayState beside it; <c>null</c>: none.</summary>
    public string? RelayState { get; init; }

    /// <summary>When it was sent; <c>null</c> when that is not known.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Where it was sent; <c>null</c> when that is not known.</summary>
    public string? Url { get; init; }
}
