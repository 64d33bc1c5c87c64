using System.Text.RegularExpressions;
using static Conformance.ReferenceSp.Scim.Flawed.ScimFlaws;

namespace Conformance.ReferenceSp.Scim.Flawed;

/// <summary>What filters are taken for.</summary>
internal static partial class FilterFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        Reads("ignores-filter", "Answers every filter with all users.", ["SCS-16", "SCS-18", "SCS-19"], call => call.Path is ["Users" or "Groups"] ? call.Without("filter") : call),
        Answers("filter-case-matters", "Knows attributes and operators only as the RFC spells them.", ["SCS-17", "SCS-38"], call =>
            call.Query.TryGetValue("filter", out var filter) && OddCase().IsMatch(filter) ? ScimAnswer.Refused(400, "invalidFilter", "There is no such operator.") : null),
        Filter("contains-is-equal", "Takes co for eq.", filter => filter.Replace(" co ", " eq ", StringComparison.Ordinal)),
        Filter("starts-is-equal", "Takes sw for eq.", filter => filter.Replace(" sw ", " eq ", StringComparison.Ordinal)),
        Filter("ends-is-equal", "Takes ew for eq.", filter => filter.Replace(" ew ", " eq ", StringComparison.Ordinal)),
        Filter("not-is-nothing", "Passes over not.", filter => filter.Replace("not (", "(", StringComparison.Ordinal)),
        Filter("and-is-or", "Takes and for or.", filter => filter.Replace(" and ", " or ", StringComparison.Ordinal)),
        Filter("or-is-and", "Takes or for and.", filter => filter.Replace(" or ", " and ", StringComparison.Ordinal)),
        Filter("left-to-right", "Reads and and or from left to right.", filter => LeftToRight().Replace(filter, "($1 or $2) and $3")),
        Filter("greater-is-less", "Takes gt for lt and the reverse.", filter => filter.Replace(" gt ", " lt ", StringComparison.Ordinal)),
        Filter("id-is-external", "Looks an id up among the externalIds.", filter => IdAtStart().Replace(filter, "externalId eq")),
        Filter("type-is-ignored", "Passes over the value within the brackets of a filter.", filter => ValueInBrackets().Replace(filter, "[type eq \"none\"]")),
        Filter("quotes-as-written", "Does not undo the escapes of a filter's value.", filter => filter.Replace("\\\"", "'", StringComparison.Ordinal)),
        Writes("bad-filter-is-nobody", "Answers a filter that it cannot read with an empty list.", ["SCS-19"], (call, answer) =>
            call.Query.ContainsKey("filter") && answer.Status == 400 ? Altered.EmptyList() : answer),
        Writes("bad-filter-crashes", "Fails itself on a filter that it cannot read.", ["SCS-19"], (call, answer) =>
            call.Query.ContainsKey("filter") && answer.Status == 400 ? ScimAnswer.Refused(500, null, "Parse error.") : answer),
        Reads("filter-is-sql", "Puts the value of a filter into a query of its database.", ["SCS-19"], call =>
            call.Query.TryGetValue("filter", out var filter) && filter.Contains("' OR ", StringComparison.OrdinalIgnoreCase) ? call.Without("filter") : call),
        Reads("filter-is-pattern", "Takes the value of a filter for a pattern.", ["SCS-19"], call =>
            call.Query.TryGetValue("filter", out var filter) && (filter.Contains(".*", StringComparison.Ordinal) || filter.Contains('%', StringComparison.Ordinal)) ? call.Without("filter") : call),
    ];

    private static Flaw Filter(string name, string story, Func<string, string> change) =>
        Reads(name, story, ["SCS-16", "SCS-17"], call => call.Parameter("filter", change));

    [GeneratedRegex("USERNAME|username|EQ|Eq")]
    private static partial Regex OddCase();

    [GeneratedRegex("^([^()]+) or ([^()]+) and ([^()]+)$")]
    private static partial Regex LeftToRight();

    [GeneratedRegex("^id eq")]
    private static partial Regex IdAtStart();

    [GeneratedRegex(@"\[.*\]")]
    private static partial Regex ValueInBrackets();
}
