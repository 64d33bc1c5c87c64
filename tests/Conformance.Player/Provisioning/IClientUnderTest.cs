using Conformance.Fakes.Provisioning;

namespace Conformance.Player.Provisioning;

/// <summary>A provisioning client, however it is run.</summary>
internal interface IClientUnderTest : IAsyncDisposable
{
    /// <summary>Lets it act: a cycle.</summary>
    /// <param name="directory">What its directory holds now.</param>
    /// <param name="full">Whether everybody is looked at anew.</param>
    /// <param name="onlyIfDue">Whether it acts only where its own clock says so.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<ClientRound> RunAsync(SourceDirectory directory, bool full, bool onlyIfDue, CancellationToken cancellationToken);

    /// <summary>Lets the time pass until it would act again by itself.</summary>
    /// <returns>Whether it would.</returns>
    Task<bool> WaitAsync(CancellationToken cancellationToken);
}
