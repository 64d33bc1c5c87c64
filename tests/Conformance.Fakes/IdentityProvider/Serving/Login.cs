namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>A login under way: why somebody is being asked for their password.</summary>
/// <param name="Id">How the sign-in page refers to it.</param>
/// <param name="Request">What is to be answered; null: nothing was asked.</param>
/// <param name="Application">Who is to get the answer; null: the person only wants the portal.</param>
internal sealed record Login(string Id, ReceivedMessage? Request, ServiceProviderApplication? Application);
