namespace Conformance.ReferenceSp.Xml;

/// <summary>Which canonical form of an element is meant.</summary>
/// <param name="IsExclusive">Exclusive XML Canonicalization 1.0, else Canonical XML 1.0.</param>
/// <param name="WithComments">Whether comments are kept.</param>
/// <param name="InclusivePrefixes">The PrefixList of InclusiveNamespaces; the empty string is <c>#default</c>.</param>
internal sealed record CanonicalForm(bool IsExclusive, bool WithComments, IReadOnlyList<string> InclusivePrefixes)
{
    /// <summary>Only for a flaw: what stands in a processing instruction is written as if it were text.</summary>
    public bool WritesInstructionsAsText { get; init; }

    /// <summary>The form that an Algorithm identifier names; null when it names none.</summary>
    public static CanonicalForm? Of(string? algorithm, string? prefixList) => algorithm switch
    {
        "http://www.w3.org/2001/10/xml-exc-c14n#" => new(true, false, Prefixes(prefixList)),
        "http://www.w3.org/2001/10/xml-exc-c14n#WithComments" => new(true, true, Prefixes(prefixList)),
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315" => new(false, false, []),
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments" => new(false, true, []),
        _ => null,
    };

    private static string[] Prefixes(string? list) =>
        [.. (list ?? "").Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(prefix => prefix == "#default" ? "" : prefix)];
}
