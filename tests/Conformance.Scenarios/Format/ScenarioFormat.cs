namespace Conformance.Scenarios.Format;

/// <summary>The keys of a scenario file, the matchers and the words, in the order in which files write them.</summary>
public static class ScenarioFormat
{
    /// <summary>How names of cases, roles, tags and files are written.</summary>
    public const string NamePattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /// <summary><see cref="NamePattern"/> in words.</summary>
    public const string NameForm = "lower-case letters and digits, joined by single hyphens";

    /// <summary>The words of RFC 2119 that say how much a requirement binds.</summary>
    public static IReadOnlyList<string> ObligationWords { get; } =
        ["MUST", "REQUIRED", "SHALL", "SHOULD", "RECOMMENDED", "MAY", "OPTIONAL"];

    /// <summary>The levels.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["must", "should", "may", "hardening"];

    /// <summary>The keys of a file, in order.</summary>
    public static IReadOnlyList<KeyDescription> Keys { get; } =
    [
        new("name", ValueKind.Text, "What the person, client or attacker does; begins with who, no full stop.") { IsRequired = true },
        new("requirement", ValueKind.Text, "What the service provider has to do: one sentence with a word of RFC 2119 in capitals.") { IsRequired = true },
        new("level", ValueKind.Text, "How much a miss counts: must is Failed, should is a Warning, may and hardening are reported as a property.")
        {
            IsRequired = true,
            Words = Levels,
        },
        new("spec", ValueKind.Words, "Where the requirement is written: keys of fixtures/spec, such as saml-profiles/4.1.4.3.") { IsRequired = true },
        new("tags", ValueKind.Words, "Words to select scenarios by, beside their folder."),
        new("cases", ValueKind.Cases, "Rows of values for ${case.…} by name, or `each` with every combination of its words."),
        new("control", ValueKind.Text, "The address (and case) of the scenario that has to succeed before a refusal here counts."),
        new("given", ValueKind.Given, "Role → name of a fixture, and `needs`: what the target has to claim."),
        new("steps", ValueKind.Steps, "What happens, in order: one verb a step.") { IsRequired = true },
    ];

    /// <summary>The matchers, which stand alone in a map where a value is expected.</summary>
    public static IReadOnlyList<KeyDescription> Matchers { get; } =
    [
        new("matches", ValueKind.Text, "A regular expression that is found in the value."),
        new("present", ValueKind.Flag, "Whether there is a value at all."),
        new("one-of", ValueKind.Words, "The values allowed."),
        new("within", ValueKind.Duration, "A time at most so far from now."),
        new("at-most", ValueKind.Count, "A number that is not larger."),
        new("at-least", ValueKind.Count, "A number that is not smaller."),
        new("starts-with", ValueKind.Text, "How the value begins."),
        new("not", ValueKind.Expectation, "The value that it may not be, or a matcher that may not fit."),
        new("lacks", ValueKind.Expectation, "What nothing in the list is like."),
    ];
}
