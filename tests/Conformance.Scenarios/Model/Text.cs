namespace Conformance.Scenarios.Model;

/// <summary>A text of a scenario file in which <c>${root.name}</c> stands for a variable and <c>$${</c> for the letters <c>${</c>.</summary>
/// <param name="Raw">The text as written.</param>
/// <param name="Location">Where it is written.</param>
public sealed record Text(string Raw, Location Location)
{
    /// <summary>The variables named in the text, such as <c>case.signed</c>, in order, each once.</summary>
    public IReadOnlyList<string> Variables => TextVariables.In(Raw);

    /// <summary>The text with every variable replaced.</summary>
    /// <param name="valueOf">Gives a variable's value; <c>null</c> when there is none.</param>
    /// <exception cref="UnboundVariableException">A variable has no value.</exception>
    public string Bind(Func<string, string?> valueOf) =>
        TextVariables.Replace(Raw, name => valueOf(name) ?? throw new UnboundVariableException(name, Location));

    /// <inheritdoc/>
    public override string ToString() => Raw;
}
