namespace Conformance.Player.Playing;

/// <summary>What a finding means for the verdict.</summary>
public enum FindingKind
{
    /// <summary>The service provider did not do what it has to.</summary>
    Miss,

    /// <summary>Somebody is, or has, what they must not: it counts whatever the control says.</summary>
    Gain,

    /// <summary>The message never reached the service provider, or the way there could not be gone: nothing is shown about the requirement.</summary>
    NotShown,

    /// <summary>The message reached the service provider, which ended the connection or was silent instead of answering; nobody gained by it.</summary>
    Unanswered,

    /// <summary>The requirement is about something that this target does not have, as only the play could tell.</summary>
    Inapplicable,

    /// <summary>The service provider says that it does not offer this, as it may: the case does not apply.</summary>
    NotOffered,
}
