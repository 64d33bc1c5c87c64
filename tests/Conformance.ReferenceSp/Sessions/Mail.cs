namespace Conformance.ReferenceSp.Sessions;

/// <summary>A message to a person, with the one link it is about.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Text">What it says.</param>
/// <param name="LinkText">The words of the link; null: there is none.</param>
/// <param name="Link">Where it leads.</param>
internal sealed record Mail(string To, string Subject, string Text, string? LinkText, string? Link);
