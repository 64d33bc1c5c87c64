using Conformance.Saml.Forging;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Signatures;

/// <summary>Changes the assertion itself; whatever vouched for it no longer does.</summary>
internal sealed class ForgeTampering(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "forge",
            "Makes the assertion be about the victim and leaves the signatures as they are.",
            "The forged values are in the message, and no signature of the IdP covers them.",
            [Impersonation.Parameter]),
        arguments => new ForgeTampering(arguments));

    public override string Name => "forge";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        Impersonation.Apply(SignedPlaces.Assertion(work), target, work);
        work.Claim(new ForgedUncovered(Impersonation.Values(work.Context, target)));
    }
}
