using Conformance.Player.Benches;
using Conformance.Saml.Forging;
using Conformance.Saml.Messages;

namespace Conformance.Benchmarks.Measurements;

/// <summary>The message that measurements make: an honest Response with the assertion signed.</summary>
internal static class SignedResponse
{
    public static ForgedResponse Forge(Bench bench)
    {
        var stage = bench.Generic;
        var draft = stage.Idp.DraftFor(null, stage.Application, stage.Cast["attacker"].AtIdp);
        return ResponseForge.Forge(new ForgeContext
        {
            Draft = draft with { Signing = draft.Signing with { Parts = SignedParts.Assertion } },
            Clock = TimeProvider.System,
            Ids = bench.Ids,
            IdpKey = draft.Signing.Key,
            StrangerKey = stage.StrangerKey,
        });
    }
}
