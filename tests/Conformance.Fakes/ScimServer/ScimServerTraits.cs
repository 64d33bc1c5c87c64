using Conformance.Scim.Resources;

namespace Conformance.Fakes.ScimServer;

/// <summary>What the fake SCIM server offers and how it answers. As it stands it does what most servers do; everything else here is allowed too.</summary>
public sealed record ScimServerTraits
{
    /// <summary>Whether PATCH is offered.</summary>
    public bool Patches { get; init; } = true;

    /// <summary>Whether DELETE is offered.</summary>
    public bool Deletes { get; init; } = true;

    /// <summary>Whether <c>/ServiceProviderConfig</c> and its neighbours are there.</summary>
    public bool Describes { get; init; } = true;

    /// <summary>Whether resources have versions, and changes must name the present one.</summary>
    public bool Versions { get; init; }

    /// <summary>How many resources a page holds at most.</summary>
    public int PageSize { get; init; } = 200;

    /// <summary>Whether the total that a page tells is one too high, as when somebody was deleted meanwhile.</summary>
    public bool TellsStaleTotals { get; init; }

    /// <summary>The media type of answers.</summary>
    public string MediaType { get; init; } = "application/scim+json";

    /// <summary>The status after a change by PATCH: 200 with the resource or 204 without (RFC 7644 3.5.2).</summary>
    public int ChangeStatus { get; init; } = 200;

    /// <summary>Whether 201 carries the new resource; where it does not, Location says where it is.</summary>
    public bool ReturnsCreated { get; init; } = true;

    /// <summary>Whether resources carry attributes and extensions that no client knows.</summary>
    public bool AddsUnknownAttributes { get; init; }

    /// <summary>Whether names of attributes are written in another case (RFC 7643 2.1: they are case-insensitive).</summary>
    public bool WritesOtherCase { get; init; }

    /// <summary>How literally changes are read.</summary>
    public WireDialect Dialect { get; init; } = WireDialect.Lenient;
}
