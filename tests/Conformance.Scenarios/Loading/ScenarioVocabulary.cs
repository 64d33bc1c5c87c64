using System.Collections.ObjectModel;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Loading;

/// <summary>The words that scenarios may use and the loader cannot know by itself.</summary>
public sealed record ScenarioVocabulary
{
    /// <summary>Takes any field, edit, claim and journey; the roots of variables are those there are.</summary>
    public static ScenarioVocabulary Permissive { get; } = new()
    {
        Variables = new ReadOnlyDictionary<string, KnownWords>(new Dictionary<string, KnownWords>(StringComparer.Ordinal)
        {
            ["sp"] = KnownWords.Any,
            ["idp"] = KnownWords.Any,
            ["other-idp"] = KnownWords.Any,
            ["integration"] = KnownWords.Any,
            ["run"] = KnownWords.Any,
            ["scim"] = KnownWords.Any,
            ["new"] = KnownWords.Any,
        }),
    };

    /// <summary>Root → fields, for <c>${root.field}</c>; <c>case</c>, roles and the names of earlier steps come from the scenario.</summary>
    public required IReadOnlyDictionary<string, KnownWords> Variables { get; init; }

    /// <summary>The fields of every role that is a person.</summary>
    public KnownWords PersonFields { get; init; } = KnownWords.Any;

    /// <summary>The roles there are without being given.</summary>
    public IReadOnlyList<string> Roles { get; init; } = ["attacker", "victim", "outsider", "exempt", "person"];

    /// <summary>The edits by name; <c>null</c>: any.</summary>
    public IReadOnlyDictionary<string, EditDescription>? Edits { get; init; }

    /// <summary>What a target can claim.</summary>
    public KnownWords Claims { get; init; } = KnownWords.Any;

    /// <summary>The ways that targets describe.</summary>
    public KnownWords Journeys { get; init; } = KnownWords.Any;

    /// <summary>The kinds of pages that the identity provider shows.</summary>
    public KnownWords IdentityProviderPages { get; init; } = KnownWords.Any;

    /// <summary>The identity providers that <c>given</c> may name.</summary>
    public KnownWords IdentityProviders { get; init; } = KnownWords.Any;

    /// <summary>The people that <c>given</c> may name.</summary>
    public KnownWords People { get; init; } = KnownWords.Any;

    /// <summary>The keys of <c>signature</c>.</summary>
    public KnownWords SignatureKeys { get; init; } = KnownWords.Any;

    /// <summary>The keys of <c>encrypt</c>.</summary>
    public KnownWords EncryptKeys { get; init; } = KnownWords.Any;

    /// <summary>The keys of <c>style</c>.</summary>
    public KnownWords StyleKeys { get; init; } = KnownWords.Any;
}
