using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>session-cookie:</c> — the attributes of the cookie without which nobody is signed in.</summary>
/// <param name="Expect">Attribute → value or matcher.</param>
public sealed record SessionCookie(MapValue Expect) : Step;
