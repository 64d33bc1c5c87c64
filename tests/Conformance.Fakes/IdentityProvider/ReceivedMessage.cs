using Conformance.Saml.Messages;

namespace Conformance.Fakes.IdentityProvider;

/// <summary>A message from a service provider, as it came.</summary>
public sealed record ReceivedMessage
{
    /// <summary>Its number, from 1, never used twice by one identity provider.</summary>
    public required int Index { get; init; }

    /// <summary>What it is.</summary>
    public required ReceivedKind Kind { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The binding's URI.</summary>
    public required string Binding { get; init; }

    /// <summary>The address it came to, query and all.</summary>
    public required string Url { get; init; }

    /// <summary>The body of a post; null otherwise.</summary>
    public string? Body { get; init; }

    /// <summary>The XML; null where not even that could be read.</summary>
    public string? Xml { get; init; }

    /// <summary>What could be read of an AuthnRequest.</summary>
    public AuthnRequest? AuthnRequest { get; init; }

    /// <summary>RelayState, decoded; null when it was not there.</summary>
    public string? RelayState { get; init; }

    /// <summary>What came of checking its signature.</summary>
    public SignatureVerdict Signature { get; init; }

    /// <summary>The same, for a person.</summary>
    public string SignatureSentence { get; init; } = "It is not signed.";

    /// <summary>Everything that is wrong with it.</summary>
    public IReadOnlyList<MessageProblem> Problems { get; init; } = [];

    /// <summary>The application it came from; null where none fits.</summary>
    public ServiceProviderApplication? Application { get; init; }

    /// <summary>The kind of page that refused it at once; null when it was taken.</summary>
    public string? Refusal { get; init; }
}
