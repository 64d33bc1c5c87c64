using System.Text;

namespace Conformance.Saml.Potency;

/// <summary>Two roots: one signed by the IdP, the forged values in the other.</summary>
/// <param name="Values">The forged values.</param>
internal sealed record SeveralRootsStand(IReadOnlyList<string> Values) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message)
    {
        var wrapped = new ExaminedMessage(
            Encoding.UTF8.GetBytes($"<roots>{message.Text}</roots>"), message.IdpKey, message.StrangerKey);
        var roots = wrapped.Document?.DocumentElement!.ChildNodes.Count ?? 0;
        var stands = wrapped.Signatures.Any(signature => signature.Stands(message.IdpKey));
        var uncovered = new ForgedUncovered(Values).Examine(wrapped);
        return Found(message.Unreadable is not null && roots == 2 && stands && uncovered.Holds,
            "There are two roots; one is signed by the IdP, the forged values are in the other.",
            $"There are {roots} roots, signed: {stands}. {uncovered.Sentence}");
    }
}
