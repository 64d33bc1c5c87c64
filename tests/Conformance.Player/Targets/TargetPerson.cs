using Conformance.Scenarios.Model;

namespace Conformance.Player.Targets;

/// <summary>A person the target knows, or would create at the first sign-in.</summary>
public sealed record TargetPerson
{
    /// <summary>The NameID the identity provider sends.</summary>
    public required Text NameId { get; init; }

    /// <summary>Attributes the identity provider sends, name → values.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<Text>>> Attributes { get; init; } = [];

    /// <summary>What the session shows as the user; <c>null</c>: the value that identifies the account.</summary>
    public Text? User { get; init; }

    /// <summary>A password the person has at the service provider itself; <c>null</c>: none.</summary>
    public Text? Password { get; init; }

    /// <summary>Whether the account is there before the run.</summary>
    public bool Exists { get; init; }
}
