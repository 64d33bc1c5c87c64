using Conformance.Player.Drivers;

namespace Conformance.Player.Playing;

/// <summary>Who the service provider says is signed in.</summary>
public sealed record SessionState
{
    /// <summary>The user; <c>null</c>: nobody is signed in.</summary>
    public string? User { get; init; }

    /// <summary>The role shown; <c>null</c> when none is.</summary>
    public string? Role { get; init; }

    /// <summary>Attribute → values as shown.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The page that was read.</summary>
    public required PageView Page { get; init; }

    /// <summary>Whether anybody is signed in.</summary>
    public bool IsSignedIn => User is not null;

    /// <summary>Every text that the session shows: user, role and all attribute values, with where each stands.</summary>
    public IEnumerable<(string Where, string Value)> Everything()
    {
        if (User is not null)
        {
            yield return ("user", User);
        }

        if (Role is not null)
        {
            yield return ("role", Role);
        }

        foreach (var (name, values) in Attributes)
        {
            foreach (var value in values)
            {
                yield return ($"attribute {name}", value);
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => User is null ? "nobody is signed in" : $"signed in as {User}{(Role is null ? string.Empty : $" with role {Role}")}";
}
