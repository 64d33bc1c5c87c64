namespace Conformance.Fakes.Network;

/// <summary>One header line, name spelt as sent. Names may repeat.</summary>
public readonly record struct HttpHeader(string Name, string Value)
{
    /// <summary>Whether this is the header of that name, however spelt.</summary>
    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Value}";
}
