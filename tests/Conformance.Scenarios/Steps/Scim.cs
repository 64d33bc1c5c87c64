using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>scim: METHOD PATH</c> — the provisioning client sends one request to the service provider's SCIM endpoint.</summary>
public sealed record Scim : Step
{
    /// <summary>The method and the path below the base URL, such as <c>GET /Users/${ada.id}</c>.</summary>
    public required Text Line { get; init; }

    /// <summary>Parameters of the query, encoded on the way.</summary>
    public MapValue? Query { get; init; }

    /// <summary>A whole user as this server wants one, with these attributes in place of the usual; empty: the usual one.</summary>
    public MapValue? User { get; init; }

    /// <summary>A whole group, with these attributes.</summary>
    public MapValue? Group { get; init; }

    /// <summary>Attributes left out of the user or group.</summary>
    public IReadOnlyList<Text> Without { get; init; } = [];

    /// <summary>The operations of a PATCH.</summary>
    public ListValue? Patch { get; init; }

    /// <summary>The body as a document.</summary>
    public MapValue? Body { get; init; }

    /// <summary>The body word for word, whether or not it is JSON.</summary>
    public Text? Raw { get; init; }

    /// <summary>Headers in place of the usual ones.</summary>
    public MapValue? Headers { get; init; }

    /// <summary>Whose token is sent; <c>null</c>: the client's own.</summary>
    public Text? By { get; init; }

    /// <summary>What says that the server does not offer what is asked for; <c>null</c>: nothing does.</summary>
    public Text? Unless { get; init; }

    /// <summary>How often the request is sent at the same time.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>The name of what the answer describes.</summary>
    public Text? As { get; init; }

    /// <summary>What the answer is.</summary>
    public MapValue? Expect { get; init; }
}
