namespace Conformance.Saml.Messages;

/// <summary>What could be read from an AuthnRequest, and everything that is wrong with it.</summary>
/// <param name="Request">All that could be read.</param>
/// <param name="Problems">Empty when the request is in order.</param>
public sealed record ReadAuthnRequest(AuthnRequest Request, IReadOnlyList<MessageProblem> Problems);
