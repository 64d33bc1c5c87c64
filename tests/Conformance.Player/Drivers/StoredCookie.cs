namespace Conformance.Player.Drivers;

/// <summary>A cookie as a browser keeps it, with the attributes that decide when it is sent.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
/// <param name="Domain">The host it is for; with a leading dot when it is also for sub-domains.</param>
/// <param name="Path">The path it is for.</param>
/// <param name="Secure">Whether it is only sent over TLS (or to loopback).</param>
/// <param name="HttpOnly">Whether scripts may not read it.</param>
/// <param name="SameSite"><c>Strict</c>, <c>Lax</c>, <c>None</c>, or empty when the attribute was absent.</param>
/// <param name="Expires">When it ends; <c>null</c> with the browser.</param>
/// <param name="Created">When it was set.</param>
public sealed record StoredCookie(
    string Name,
    string Value,
    string Domain,
    string Path,
    bool Secure,
    bool HttpOnly,
    string SameSite,
    DateTimeOffset? Expires,
    DateTimeOffset Created);
