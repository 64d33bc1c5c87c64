using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>provision: ACTION</c> — the provisioning client acts.</summary>
public sealed record Provision : Step
{
    /// <summary><c>test-connection</c>, <c>activate</c>, <c>turn-on</c>, <c>turn-off</c>, <c>due</c>, <c>cycle</c>, <c>full-cycle</c> or <c>until-settled</c>.</summary>
    public required Text Action { get; init; }

    /// <summary>The base URL that is entered.</summary>
    public Text? Url { get; init; }

    /// <summary>The token that is entered.</summary>
    public Text? Token { get; init; }

    /// <summary><c>assigned</c> or <c>all</c>.</summary>
    public Text? Scope { get; init; }

    /// <summary>Whether groups are cared for.</summary>
    public bool? Groups { get; init; }

    /// <summary><c>success</c>, <c>failure</c> or <c>nothing</c>.</summary>
    public Text? Outcome { get; init; }

    /// <summary>What the administrator reads.</summary>
    public Value? Says { get; init; }

    /// <summary>The attribute that the log names.</summary>
    public Value? Attribute { get; init; }

    /// <summary><c>shown</c> or <c>hidden</c>.</summary>
    public Text? GroupManagement { get; init; }
}
