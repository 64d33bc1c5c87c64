using Conformance.Player.Playing;
using Conformance.Player.Targets;

namespace Conformance.Player.Scim;

/// <summary>The SCIM endpoint of a target: where it is, who may ask, and what its users have to look like.</summary>
internal sealed record ScimAccess
{
    public required string Url { get; init; }

    public required string Token { get; init; }

    public string Scheme { get; init; } = "Bearer";

    public string? OtherToken { get; init; }

    public string? ReadOnlyToken { get; init; }

    public required string Domain { get; init; }

    public required ScimSettings Settings { get; init; }

    /// <summary>Occurs in the names of all that this run makes.</summary>
    public required string Marker { get; init; }

    /// <summary>What the server said and showed of itself; nothing until it was asked.</summary>
    public ScimOffer Offer { get; set; } = new();

    /// <summary>What the target file says, with its variables filled in; <c>null</c> when it says nothing of SCIM.</summary>
    /// <exception cref="TargetFailedException">The token is nowhere.</exception>
    public static ScimAccess? Of(TargetFile file, VariableScope scope, string marker, string usualDomain)
    {
        if (file.Scim is not { } settings)
        {
            return null;
        }

        return new ScimAccess
        {
            Url = settings.Url.Bind(scope.ValueOf).TrimEnd('/'),
            Token = TokenOf(file, settings, scope),
            Scheme = settings.Scheme,
            OtherToken = settings.OtherToken?.Bind(scope.ValueOf),
            ReadOnlyToken = settings.ReadOnlyToken?.Bind(scope.ValueOf),
            Domain = settings.Domain?.Bind(scope.ValueOf) ?? usualDomain,
            Settings = settings,
            Marker = marker,
        };
    }

    /// <summary>The value of the Authorization header; <c>null</c> for nobody.</summary>
    public string? Authorization(string by) => by switch
    {
        "nobody" => null,
        "garbage" => $"{Scheme} no-such-token-{Marker}",
        "other" => $"{Scheme} {OtherToken}",
        "read-only" => $"{Scheme} {ReadOnlyToken}",
        _ => $"{Scheme} {Token}",
    };

    private static string TokenOf(TargetFile file, ScimSettings settings, VariableScope scope)
    {
        if (settings.Token is { } token)
        {
            return token.Bind(name => scope.ValueOf(name)
                ?? throw new TargetFailedException($"{token.Location}: the SCIM token is to come from ${{{name}}}, which has no value. Set it."));
        }

        var path = Path.GetFullPath(settings.TokenFile!, Path.GetDirectoryName(Path.GetFullPath(file.Path)) ?? ".");
        return File.Exists(path)
            ? File.ReadAllText(path).Trim()
            : throw new TargetFailedException($"{file.Path}: the SCIM token is to come from {path}, which is not there.");
    }
}
