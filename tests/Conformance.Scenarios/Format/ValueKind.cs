namespace Conformance.Scenarios.Format;

/// <summary>The shape of what stands after a key.</summary>
public enum ValueKind
{
    /// <summary>A text, in which variables may stand.</summary>
    Text,

    /// <summary>A text or a matcher.</summary>
    Expectation,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary><c>true</c> and nothing else.</summary>
    True,

    /// <summary>A whole number from 1.</summary>
    Count,

    /// <summary>A length of time, such as <c>10m</c>.</summary>
    Duration,

    /// <summary>A map of texts, in which the order counts.</summary>
    Texts,

    /// <summary>A map whose shape the verb decides.</summary>
    Values,

    /// <summary>A map of fields to values or matchers.</summary>
    Expectations,

    /// <summary>A map of the keys named.</summary>
    Map,

    /// <summary>A list of maps of the keys named.</summary>
    Maps,

    /// <summary>One of the words named, or a map of the keys named.</summary>
    WordOrMap,

    /// <summary>A list of words.</summary>
    Words,

    /// <summary>A list of edits: words, or maps of one word and its argument.</summary>
    Edits,

    /// <summary>A list of steps.</summary>
    Steps,

    /// <summary>Lists of steps.</summary>
    Branches,

    /// <summary>The cases.</summary>
    Cases,

    /// <summary>Roles and what they need.</summary>
    Given,
}
