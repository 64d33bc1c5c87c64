namespace Conformance.Player.Drivers;

/// <summary>A request as a program would send it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The URL.</param>
/// <param name="Headers">Headers; <c>Content-Type</c> among them when there is a body.</param>
/// <param name="Body">The body; <c>null</c> when there is none.</param>
public sealed record RawRequest(string Method, string Url, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[]? Body);
