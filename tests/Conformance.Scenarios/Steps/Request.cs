using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>request: METHOD URL</c> — a program sends one request with the cookies of this browser; redirects are not followed.</summary>
public sealed record Request : Step
{
    /// <summary>Method and URL.</summary>
    public required Text Line { get; init; }

    /// <summary>Headers.</summary>
    public MapValue? Headers { get; init; }

    /// <summary>Fields of an <c>application/x-www-form-urlencoded</c> body.</summary>
    public MapValue? Form { get; init; }

    /// <summary>A body, word for word.</summary>
    public Text? Body { get; init; }

    /// <summary><c>status</c>, <c>headers</c>, <c>body</c>, each a value or matcher.</summary>
    public MapValue? Expect { get; init; }
}
