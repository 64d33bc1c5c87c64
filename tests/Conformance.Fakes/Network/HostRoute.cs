namespace Conformance.Fakes.Network;

/// <summary>Where a connection goes.</summary>
/// <param name="Kind">Whether it is made at all, and how far it leads.</param>
/// <param name="Destination">What is dialled; for a refused one, what was asked for.</param>
/// <param name="Refusal">Why it is refused; <see langword="null"/> when it is not.</param>
public sealed record HostRoute(HostRouteKind Kind, HostPort Destination, string? Refusal = null);
