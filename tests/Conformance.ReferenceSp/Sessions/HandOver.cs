namespace Conformance.ReferenceSp.Sessions;

internal sealed record HandOver(Session Session, string ReturnTo, string? State, DateTimeOffset Expires);
