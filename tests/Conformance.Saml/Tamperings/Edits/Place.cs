using System.Xml;

namespace Conformance.Saml.Tamperings.Edits;

/// <summary>Where a scenario wants something to stand: <c>under</c>, <c>first-under</c>, <c>before</c> or <c>after</c> a path.</summary>
internal static class Place
{
    private static readonly string[] Words = ["under", "first-under", "before", "after"];

    public static IReadOnlyList<TamperingParameter> Parameters { get; } =
    [
        new("under", "The element to stand in, as its last child."),
        new("first-under", "The element to stand in, as its first child."),
        new("before", "The element to stand in front of."),
        new("after", "The element to stand behind."),
    ];

    public static EditPath PathOf(TamperingArguments arguments) => new(arguments.Required(Word(arguments)));

    public static void Put(TamperingArguments arguments, XmlDocument document, XmlNode node)
    {
        var anchor = PathOf(arguments).Element(document);
        switch (Word(arguments))
        {
            case "under":
                anchor.AppendChild(node);
                break;
            case "first-under":
                anchor.PrependChild(node);
                break;
            case "before":
                anchor.ParentNode!.InsertBefore(node, anchor);
                break;
            default:
                anchor.ParentNode!.InsertAfter(node, anchor);
                break;
        }
    }

    private static string Word(TamperingArguments arguments)
    {
        var given = Words.Where(arguments.Has).ToList();
        return given.Count == 1
            ? given[0]
            : throw arguments.Wrong($"needs exactly one of {string.Join(", ", Words)}");
    }
}
