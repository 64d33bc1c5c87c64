namespace Conformance.Player.Drivers;

/// <summary>A file chosen in a form.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record FormFile(string Field, string Name, byte[] Content);
