using Conformance.Saml.Forging;

namespace Conformance.Saml.Tamperings.Signatures;

/// <summary>Forging along with a change to the signatures.</summary>
internal static class SignatureForging
{
    public static TamperingParameter Parameter { get; } = new(
        "forge", "What is forged along with it; nothing unless given.", ["nothing", "nameid", "attributes", "role"]);

    public static void ForgeIfAsked(TamperingArguments arguments, Workpiece work)
    {
        if (arguments.Text("forge") != "nothing")
        {
            Impersonation.Apply(
                SignedPlaces.Assertion(work), Impersonation.Target(arguments, work.Context), work);
        }
    }
}
