namespace Conformance.Scenarios.Loading;

/// <summary>What an edit is called and takes: nothing (a bare word), one text or list (its first parameter), or a map of its
/// parameters.</summary>
/// <param name="Name">The edit's name.</param>
/// <param name="Parameters">Its parameters, the chief one first.</param>
public sealed record EditDescription(string Name, IReadOnlyList<EditParameter> Parameters)
{
    /// <summary>Whether a map given to it has keys of its own choice, as in <c>set: { path: value }</c>; parameters are then not checked.</summary>
    public bool HasFreeKeys { get; init; }
}
