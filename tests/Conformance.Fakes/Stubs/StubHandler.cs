namespace Conformance.Fakes.Stubs;

/// <summary>Answers one request. The token is cancelled when the client goes away or the host stops.</summary>
public delegate ValueTask<StubResponse> StubHandler(StubRequest request, CancellationToken cancellationToken);
