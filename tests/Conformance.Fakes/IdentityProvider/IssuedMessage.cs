namespace Conformance.Fakes.IdentityProvider;

/// <summary>An answer that was handed to a browser.</summary>
public sealed record IssuedMessage
{
    /// <summary>Its number, from 1.</summary>
    public required int Index { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What it answers; null: nothing.</summary>
    public ReceivedMessage? Request { get; init; }

    /// <summary>Where it goes.</summary>
    public required string Action { get; init; }

    /// <summary>By which HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>The fields, in order.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Form { get; init; }

    /// <summary>The person whose sign-in is answered; null for what the player delivers.</summary>
    public IdpPerson? Person { get; init; }
}
