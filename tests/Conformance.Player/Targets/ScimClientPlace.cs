namespace Conformance.Player.Targets;

/// <summary>A provisioning client under test, and how it is run.</summary>
public sealed record ScimClientPlace
{
    /// <summary>One of the suite's own: <c>entra</c> or <c>jumpcloud</c>; empty for others.</summary>
    public string Embedded { get; init; } = string.Empty;

    /// <summary>The settings of one of the suite's own, by name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Program and arguments of one that is a command; empty for others.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Whether a person lets it act.</summary>
    public bool IsByHand => Embedded.Length == 0 && Command.Count == 0;

    /// <summary>The command's environment, beside what the suite tells it: SCIM_BASE_URL, SCIM_TOKEN, SCIM_DIRECTORY, SCIM_STATE, SCIM_CYCLE.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How long one cycle may take.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(60);
}
