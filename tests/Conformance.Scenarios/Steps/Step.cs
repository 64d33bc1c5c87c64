using System.Text.Json.Serialization;
using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary>One line of a scenario: one verb and what belongs to it.</summary>
public abstract record Step
{
    /// <summary>Where the step begins.</summary>
    [JsonIgnore]
    public Location Location { get; init; }

    /// <summary>This step and the steps inside it.</summary>
    public virtual IEnumerable<Step> WithInner() => [this];
}
