namespace Conformance.ReferenceSp.Scim.Flawed;

/// <summary>Every way to be wrong at SCIM.</summary>
internal static class ScimFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        .. AccessFlaws.All, .. CrossFlaws.All, .. DiscoveryFlaws.All, .. CreateFlaws.All, .. ListFlaws.All, .. FilterFlaws.All, .. ReplaceFlaws.All, .. PatchFlaws.All, .. OptionFlaws.All,
    ];

    public static Flaw Of(string name, string story, IReadOnlyList<string> meantFor, Func<ScimBlueprint, ScimBlueprint> change) =>
        new($"scim-{name}", story, meantFor, blueprint => blueprint with { Scim = change(blueprint.Scim) });

    /// <summary>A flaw in what requests are taken for.</summary>
    public static Flaw Reads(string name, string story, IReadOnlyList<string> meantFor, Func<ScimCall, ScimCall> read) =>
        Of(name, story, meantFor, blueprint => blueprint with { Read = read });

    /// <summary>A flaw in what is answered.</summary>
    public static Flaw Writes(string name, string story, IReadOnlyList<string> meantFor, Func<ScimCall, ScimAnswer, ScimAnswer> write) =>
        Of(name, story, meantFor, blueprint => blueprint with { Write = write });

    /// <summary>A flaw that gives a wrong answer in place of the right one.</summary>
    public static Flaw Answers(string name, string story, IReadOnlyList<string> meantFor, Func<ScimCall, ScimAnswer?> answer) =>
        Of(name, story, meantFor, blueprint => blueprint with { Instead = (call, _) => answer(call) });
}
