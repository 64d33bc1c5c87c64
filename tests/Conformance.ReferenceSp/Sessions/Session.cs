using Conformance.ReferenceSp.Checks;

namespace Conformance.ReferenceSp.Sessions;

/// <summary>Somebody who is signed in, with what the login said.</summary>
internal sealed record Session
{
    public required ReferenceUser User { get; init; }

    /// <summary>Whether single sign-on made it.</summary>
    public bool IsBySingleSignOn { get; init; }

    public string? NameId { get; init; }

    public string? NameIdFormat { get; init; }

    /// <summary>The attributes of the NameID, as they were: a logout has to name the person by the very same identifier.</summary>
    public IReadOnlyDictionary<string, string> NameIdAttributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Which of the identity provider's sessions this one belongs to.</summary>
    public string? SessionIndex { get; init; }

    public IReadOnlyList<SamlAttribute> Attributes { get; init; } = [];

    public DateTimeOffset? Ends { get; init; }

    /// <summary>Attribute values by Name, an Attribute that occurs twice put together.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ValuesByName =>
        Attributes.GroupBy(attribute => attribute.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.SelectMany(attribute => attribute.Values)]);
}
