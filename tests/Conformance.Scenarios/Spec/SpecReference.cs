using System.Text.RegularExpressions;

namespace Conformance.Scenarios.Spec;

/// <summary>Where a requirement is written: a clause, a catalogue's id, a published bug.</summary>
public readonly partial record struct SpecReference
{
    /// <summary>How a reference is written, for messages.</summary>
    public const string Form = "such as saml-profiles/4.1.4.3, CVE-2025-29775, IIP-SP08 or check/NEG-13";

    private readonly string? _value;

    private SpecReference(string value) => _value = value;

    /// <summary>The reference as files write it.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>What stands before the slash, such as <c>saml-profiles</c>; empty for an id without one.</summary>
    public string Document => Value.Contains('/', StringComparison.Ordinal) ? Value[..Value.IndexOf('/', StringComparison.Ordinal)] : string.Empty;

    /// <summary>Reads a reference.</summary>
    /// <param name="text">Such as <c>saml-profiles/4.1.4.3</c>.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static SpecReference Parse(string text) =>
        TryParse(text, out var reference)
            ? reference
            : throw new FormatException($"\"{text}\" is no reference to a specification. Write one {Form}.");

    /// <summary>Reads a reference, if it is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reference">The reference.</param>
    public static bool TryParse(string text, out SpecReference reference)
    {
        var isOne = text.Length <= 100 && Pattern().IsMatch(text);
        reference = isOne ? new SpecReference(text) : default;
        return isOne;
    }

    /// <summary>Whether this is the other reference or a clause below it: <c>saml-profiles/4.1.4.3</c> is within
    /// <c>saml-profiles/4.1.4</c> and <c>saml-profiles</c>.</summary>
    /// <param name="other">The wider reference, in any case of letters.</param>
    public bool IsWithin(string other) =>
        Value.StartsWith(other, StringComparison.OrdinalIgnoreCase)
        && (Value.Length == other.Length || Value[other.Length] == '/' || (Value[other.Length] == '.' && other.Contains('/', StringComparison.Ordinal)));

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"\A[A-Za-z0-9]+([.-][A-Za-z0-9]+)*(/[A-Za-z0-9]+([._-][A-Za-z0-9]+)*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
