using static Conformance.Scenarios.Format.ValueKind;

namespace Conformance.Scenarios.Format;

/// <summary>What a person does in a browser.</summary>
internal static class PersonVerbs
{
    private static readonly KeyDescription _steps = new("steps", ValueKind.Steps, "What happens there.") { IsRequired = true };

    public static IReadOnlyList<VerbDescription> All { get; } =
    [
        new(new("open", Text, "The person goes to this address."), []),
        new(new("click", Text, "The person presses the button or link of this accessible name."), []),
        new(new("fill", Texts, "The person types into the fields of these labels."), []),
        new(new("upload", Texts, "The person chooses a file for the field of this label: label → what the file holds."), []),
        new(
            new("copy", Text, "The person copies what the page shows under this label; no report says what it is."),
            [new("as", Text, "The name by which later steps paste it: ${NAME.value}.") { IsRequired = true }]),
        new(
            new("see", Map, "What the page in front of the person shows; every key given must hold.")
            {
                Keys =
                [
                    new("heading", Text, "A heading of this text."),
                    new("text", Text, "A text anywhere on the page."),
                    new("no-text", Text, "A text that is nowhere on the page."),
                    new("url", Expectation, "The address in the address bar."),
                ],
            },
            []),
        new(new("back", Count, "The person presses the browser's Back button so many times."), []),
        new(new("in-tab", Text, "The person goes on in another tab of the same browser; the same name is the same tab."), [_steps]),
        new(new("in-browser", Text, "It goes on in another browser, which shares no cookie with the first."), [_steps]),
        new(
            new("together", Branches, "The lists of steps run at the same time, each in a copy of the browser."),
            [new("times", Count, "How many times each list is played at the same time.")]),
        new(
            new("journey", Text, "The person takes a way that the target's file describes, such as login."),
            [new("as", Text, "The role that takes it.")]),
        new(
            new("take-cookies", Text, "This browser takes over the cookies of the browser of that name; first is the one without a name."),
            [new("altered", Flag, "Whether every value is changed before, in both browsers, so that it names no session.")]),
        new(new("linger", Duration, "The person takes so long over a page: the cookies of this browser grow older, and no clock moves."), []),
    ];
}
