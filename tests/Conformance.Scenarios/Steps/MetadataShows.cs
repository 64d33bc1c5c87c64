using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>metadata:</c> — what the service provider's metadata says.</summary>
/// <param name="Expect">Field → value or matcher.</param>
public sealed record MetadataShows(MapValue Expect) : Step;
