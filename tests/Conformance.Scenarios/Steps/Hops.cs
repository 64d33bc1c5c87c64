using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>hops:</c> — the requests the browser made since the last <c>hops</c> or the beginning; each listed one must
/// follow the one before it.</summary>
/// <param name="Expected">Maps of <c>method</c>, <c>url</c>, <c>status</c>, <c>location</c>: values or matchers.</param>
public sealed record Hops(IReadOnlyList<MapValue> Expected) : Step;
