using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>The five bugs that every integration should be tried for first.</summary>
internal static class FirstFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        new("skips-signature", "Reads the assertion without ever looking at a signature.", ["NEG-01"],
            blueprint => blueprint.ReplacingSignatures(attempt =>
            {
                attempt.Assertion = attempt.Response.Descendants().First(element => element.Is("Assertion", XmlNames.Assertion));
                return null;
            })),
    ];
}
