using Conformance.Player.Judging;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Running;

/// <summary>What an <see cref="Inquest"/> needs of the worker whose control was lost.</summary>
internal interface IInquestGround
{
    /// <summary>Plays a case again. Its result takes the place of one that no longer stands.</summary>
    Task<Replay> ReplayAsync(ScenarioCase scenarioCase, CancellationToken cancellationToken);

    /// <summary>Gives the case that was played last the verdict on what its message did.</summary>
    Task NameAsync(ScenarioCase scenarioCase, Outage outage, CancellationToken cancellationToken);

    /// <summary>Whether another person than the control's can sign in.</summary>
    Task<bool> SignsInAnotherAsync(bool browser, CancellationToken cancellationToken);

    /// <summary>How the target ended, if it did.</summary>
    Task<string?> LastWordsAsync();
}
