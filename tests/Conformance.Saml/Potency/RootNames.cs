using Conformance.Saml.Names;

namespace Conformance.Saml.Potency;

/// <summary>Whoever reads the message from its root finds this person, and before any other.</summary>
/// <param name="NameId">The person's name.</param>
internal sealed record RootNames(string NameId) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message)
    {
        var name = message.Document?.DocumentElement?["NameID", SamlNamespaces.Assertion]?.InnerText;
        return Found(name == NameId, $"The message names '{NameId}'.", $"The message names '{name}' and not '{NameId}'.");
    }
}
