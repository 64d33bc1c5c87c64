using Conformance.Scenarios.Model;

namespace Conformance.Player.Targets;

/// <summary>Where a target takes its users from by SCIM, as its file says.</summary>
public sealed record ScimSettings
{
    /// <summary>The base URL, without a slash at its end.</summary>
    public required Text Url { get; init; }

    /// <summary>The token; <c>null</c> when <see cref="TokenFile"/> holds it.</summary>
    public Text? Token { get; init; }

    /// <summary>A file whose text is the token, relative to the target file.</summary>
    public string? TokenFile { get; init; }

    /// <summary>The word before the token in the Authorization header.</summary>
    public string Scheme { get; init; } = "Bearer";

    /// <summary>The token of another customer at the same URL; <c>null</c>: isolation cannot be shown.</summary>
    public Text? OtherToken { get; init; }

    /// <summary>A token that may only read; <c>null</c>: there is none.</summary>
    public Text? ReadOnlyToken { get; init; }

    /// <summary>The e-mail domain of new users' names; <c>null</c>: that of the attacker.</summary>
    public Text? Domain { get; init; }

    /// <summary>Attributes that every user made for this server has, beside or in place of the usual ones; <c>null</c>: none.</summary>
    public MapValue? User { get; init; }

    /// <summary>The same for groups.</summary>
    public MapValue? Group { get; init; }
}
