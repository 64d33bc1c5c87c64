using Conformance.Scenarios.Model;

namespace Conformance.Player.Playing;

/// <summary>What <c>${root.field}</c> stands for while one thing is played: roots, each with a way to its fields.</summary>
public sealed class VariableScope
{
    private readonly Dictionary<string, Func<string, string?>> _roots = new(StringComparer.Ordinal);

    /// <summary>A scope that begins with everything of another and may add to it.</summary>
    public VariableScope Inner()
    {
        var inner = new VariableScope();
        foreach (var (root, fields) in _roots)
        {
            inner._roots[root] = fields;
        }

        return inner;
    }

    /// <summary>A scope that begins with everything of this one and knows the values of a case, which may hold variables themselves.</summary>
    public VariableScope ForCase(ScenarioCase scenarioCase)
    {
        var inner = Inner();
        return inner.With("case", field => scenarioCase.Case.Values.TryGetValue(field, out var value)
            ? new Text(value, scenarioCase.Case.Location).Bind(inner.ValueOf)
            : null);
    }

    /// <summary>Defines a root; an earlier definition is replaced.</summary>
    public VariableScope With(string root, Func<string, string?> fields)
    {
        _roots[root] = fields;
        return this;
    }

    /// <summary>Defines a root by its fields.</summary>
    public VariableScope With(string root, IReadOnlyDictionary<string, string> fields) => With(root, fields.GetValueOrDefault);

    /// <summary>The value of <c>root.field</c>, or of a bare <c>root</c> (its field with the empty name); <c>null</c> when there is none.</summary>
    public string? ValueOf(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return _roots.TryGetValue(dot < 0 ? name : name[..dot], out var fields) ? fields(dot < 0 ? string.Empty : name[(dot + 1)..]) : null;
    }
}
