namespace Conformance.Player.Drivers;

/// <summary>What submitting a form sends.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Action">Where to.</param>
/// <param name="Fields">Names and values in the order of the form.</param>
/// <param name="File">A chosen file; <c>null</c> when there is none.</param>
internal sealed record FormSubmission(HttpMethod Method, Uri Action, IReadOnlyList<KeyValuePair<string, string>> Fields, FormFile? File);
