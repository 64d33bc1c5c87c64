namespace Conformance.Fakes.IdentityProvider;

/// <summary>For how long an assertion holds, relative to the moment it is made.</summary>
/// <param name="NotBefore">Conditions/@NotBefore; negative lies in the past.</param>
/// <param name="NotOnOrAfter">Conditions/@NotOnOrAfter.</param>
/// <param name="ConfirmationNotOnOrAfter">SubjectConfirmationData/@NotOnOrAfter.</param>
public sealed record TimeWindow(TimeSpan NotBefore, TimeSpan NotOnOrAfter, TimeSpan ConfirmationNotOnOrAfter);
