namespace Conformance.Fakes.Provisioning;

/// <summary>One way for a provisioning client to be wrong.</summary>
/// <param name="Name">The name by which it is switched on.</param>
/// <param name="Story">What goes wrong.</param>
/// <param name="MeantFor">The check that has to notice it, as <c>SCC-06</c>.</param>
/// <param name="Change">What is different.</param>
public sealed record ClientFlaw(string Name, string Story, string MeantFor, Func<ClientHabits, ClientHabits> Change);
