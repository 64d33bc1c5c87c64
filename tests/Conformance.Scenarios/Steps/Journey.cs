using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>journey: NAME</c> — the person takes a way that the target's file describes: <c>login</c>, <c>logout</c>, …</summary>
/// <param name="Name">The journey.</param>
/// <param name="As">The role whose values the journey may use as <c>${person.…}</c>; <c>null</c> where it needs nobody.</param>
public sealed record Journey(Text Name, Text? As) : Step;
