using Conformance.Player.Drivers;
using Conformance.Saml.Forging;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Playing;

/// <summary>What playing needs of a bench beside the stage: new browsers, the clock, fresh identifiers, and the target's own life.</summary>
internal interface IPlayground
{
    /// <summary>The clock of the suite.</summary>
    TimeProvider Clock { get; }

    /// <summary>Fresh identifiers.</summary>
    IdSource Ids { get; }

    /// <summary>The bounds of one journey.</summary>
    DriverLimits Limits { get; }

    /// <summary>A new person's browser: nothing in it yet.</summary>
    Task<IDriver> NewDriverAsync(bool browser, CancellationToken cancellationToken);

    /// <summary>Brings the company that a scenario speaks of into the state that it begins in.</summary>
    Task PrepareAsync(Scenario scenario, CancellationToken cancellationToken);

    /// <summary>Stops and starts the target; <c>false</c> where it cannot be.</summary>
    Task<bool> RestartTargetAsync(CancellationToken cancellationToken);

    /// <summary>Moves the clock on; <c>false</c> where the target has a clock of its own.</summary>
    bool Advance(TimeSpan by);

    /// <summary>Lets a person look at a browser before it closes, where one watches.</summary>
    Task PauseAsync(string finding, CancellationToken cancellationToken);
}
