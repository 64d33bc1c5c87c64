using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Drivers;
using Conformance.Saml.Forging;

namespace Conformance.Player.Playing;

/// <summary>A message that the identity provider sent through a browser.</summary>
/// <param name="Name">What the scenario calls it; empty when it does not.</param>
/// <param name="Message">The message.</param>
/// <param name="Draft">The honest draft that it was made from.</param>
/// <param name="Request">The request that it answers; <c>null</c> when it is unsolicited.</param>
/// <param name="Action">Where it was sent.</param>
/// <param name="Browser">The browser that carried it.</param>
/// <param name="Delivery">The request that brought it to the service provider, with its answer; <c>null</c> when it never got there.</param>
public sealed record SentAnswer(
    string Name, ForgedResponse Message, ResponseDraft Draft, ReceivedMessage? Request, string Action, string Browser, Hop? Delivery);
