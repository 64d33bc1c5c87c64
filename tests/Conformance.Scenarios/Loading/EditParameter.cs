namespace Conformance.Scenarios.Loading;

/// <summary>One argument of an edit.</summary>
/// <param name="Name">The argument's key.</param>
/// <param name="IsRequired">Whether the edit means nothing without it.</param>
/// <param name="AllowedValues">The words it may be; <c>null</c>: anything.</param>
public sealed record EditParameter(string Name, bool IsRequired = false, IReadOnlyList<string>? AllowedValues = null);
