namespace Conformance.Fakes.Provisioning;

/// <summary>What a client remembers about one person: the server's user, and what was last sent there.</summary>
internal sealed class UserLink
{
    /// <summary>The server's identifier; <see langword="null"/> while there is none.</summary>
    public string? TargetId { get; set; }

    /// <summary>The values that the server was last given.</summary>
    public IReadOnlyDictionary<string, string?> Pushed { get; set; } = new Dictionary<string, string?>();

    /// <summary>Whether the server's user is active, as far as the client knows.</summary>
    public bool IsActive { get; set; }

    /// <summary>Whether the client stopped caring when the assignment ended.</summary>
    public bool IsReleased { get; set; }

    /// <summary>The server's version of the user.</summary>
    public string? Version { get; set; }

    /// <summary>The manager that was last sent.</summary>
    public string? ManagerId { get; set; }

    /// <summary>How the log calls the person.</summary>
    public string Subject { get; set; } = string.Empty;

    /// <summary>When and whether to try again.</summary>
    public Retry Retry { get; } = new();

    /// <summary>Whether the log says already that the person is left out.</summary>
    public bool IsSkippedInLog { get; set; }
}
