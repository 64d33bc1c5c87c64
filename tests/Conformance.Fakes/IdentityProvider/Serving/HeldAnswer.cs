namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>An answer that waits at a one-time address.</summary>
internal sealed record HeldAnswer(
    ReceivedMessage? Request, string Action, IReadOnlyList<KeyValuePair<string, string>> Form, HttpMethod Method);
