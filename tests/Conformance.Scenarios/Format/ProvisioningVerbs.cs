using static Conformance.Scenarios.Format.ValueKind;

namespace Conformance.Scenarios.Format;

/// <summary>What a provisioning client finds in its directory, does, and leaves at a SCIM server.</summary>
internal static class ProvisioningVerbs
{
    public static IReadOnlyList<VerbDescription> All { get; } =
    [
        new(
            new("directory", Text, "Something changes in the directory that is provisioned from.")
            {
                Words = ["add", "change", "disable", "enable", "assign", "unassign", "delete", "group", "delete-group", "fill"],
            },
            [
                new("person", Text, "The role of whom it is about."),
                new("group", Text, "The name of the group."),
                new("set", Values, "Field → value: given-name, family-name, display-name, email, user-name, title, department, employee-number, manager (a role), password; null empties it; for a group: name."),
                new("members", ValueKind.Words, "The roles of the group's members, all of them."),
                new("count", Count, "How many people of no role are added or, of those, changed, the latest first."),
            ]),
        new(
            new("scim-server", Text, "The SCIM server that the client meets has a property, misbehaves from now on, or is changed behind the client's back.")
            {
                Words =
                [
                    "no-patch", "no-delete", "no-discovery", "versions", "small-pages", "stale-totals", "plain-json", "no-content", "empty-creation", "unknown-attributes", "other-case",
                    "unauthorized", "conflict", "throttled", "throttled-until", "unavailable", "error", "bad-gateway", "lost-answer", "reset", "cut-answer", "silence", "slow", "invalid", "redirect", "chaos",
                    "has", "loses", "changes", "untrusted",
                ],
            },
            [
                new("on", Text, "For which requests it misbehaves: a method, write, update or any, and a path such as /Users."),
                new("times", Count, "How often; once if left out."),
                new("wait", Duration, "The wait that it asks for."),
                new("detail", Text, "What its error says."),
                new("person", Text, "Whose user it has, loses or changes."),
                new("set", Values, "SCIM path → value of that user."),
            ]),
        new(
            new("provision", Text, "The provisioning client acts.")
            {
                Words = ["test-connection", "activate", "turn-on", "turn-off", "due", "cycle", "full-cycle", "until-settled"],
            },
            [
                new("url", Text, "The base URL that its administrator enters, now and for later steps."),
                new("token", Text, "The token that its administrator enters, now and for later steps."),
                new("scope", Text, "Whom it cares for, now and for later steps.") { Words = ["assigned", "all"] },
                new("groups", Flag, "Whether it cares for groups, now and for later steps."),
                new("expect", Map, "What its administrator sees.")
                {
                    Keys =
                    [
                        new("outcome", Text, "Whether it went well.") { Words = ["success", "failure", "nothing"] },
                        new("says", Expectation, "What it says about it."),
                        new("attribute", Expectation, "The attribute that its log names for the last failure."),
                        new("group-management", Text, "Whether the section for groups is shown.") { Words = ["shown", "hidden"] },
                    ],
                },
            ]),
        new(
            new("scim-receives", Text, "The requests that came since the client acted last: method, write, update or any, and a path; * stands for one segment."),
            [
                new("times", Expectation, "How many there are; at least one if left out."),
                new("after", Text, "Only those after the first answer of this misbehaviour."),
                new("sooner-than", Duration, "Of those, only those that came sooner than this."),
                new("expect", Expectations, "What each of them holds: authorized, content-type, accept, filter, filter-value, ops, member-ids, … or a path such as $.active."),
            ]),
        new(
            new("scim-holds", Text, "What is at the SCIM server: directory (everybody as in the directory, nobody twice, nobody lost), or the user of a role."),
            [
                new("expect", Expectations, "For a role: SCIM path → value; present: true or false."),
                new("or-reported", Flag, "Whether a client that says what went wrong does well too."),
            ]),
    ];
}
