using Conformance.Fakes.Stubs;

namespace Conformance.SelfTests.Sabotage;

/// <summary>What a saboteur does with a request that was meant for the service provider.</summary>
/// <param name="request">The request.</param>
/// <param name="onward">Lets the service provider answer it.</param>
internal delegate ValueTask<StubResponse> Intercept(StubRequest request, Func<ValueTask<StubResponse>> onward);
