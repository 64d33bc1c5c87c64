namespace Conformance.Fakes.Stubs;

/// <summary>A stub host that answers a person who looks around in it, until this is disposed.</summary>
/// <param name="address">Where it answers, on loopback.</param>
/// <param name="close">Ends it.</param>
public sealed class StubInspection(Uri address, Action close) : IDisposable
{
    /// <summary>Where it answers, on loopback.</summary>
    public Uri Address => address;

    /// <inheritdoc/>
    public void Dispose() => close();
}
