using Conformance.Saml.Forging;

namespace Conformance.Player.Benches;

/// <summary>Texts that occur nowhere but in this run: one in every honest value, another in every forged one.</summary>
/// <param name="Honest">In honest values.</param>
/// <param name="Forged">In forged values; seen in a session, it is a break-in.</param>
internal sealed record Markers(string Honest, string Forged)
{
    public static Markers From(IdSource ids) => new($"h{ids.Next()[1..9]}", $"f{ids.Next()[1..9]}");
}
