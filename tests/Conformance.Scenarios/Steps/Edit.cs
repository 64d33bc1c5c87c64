using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary>One named change to a message; the list of names and their arguments is the catalogue of tamperings.</summary>
/// <param name="Name">Such as <c>set</c>, <c>remove</c>, <c>strip-signature</c>, <c>wrap-signature</c>.</param>
/// <param name="Argument">What the name needs.</param>
/// <param name="Location">Where it is written.</param>
public sealed record Edit(string Name, Value Argument, Location Location);
