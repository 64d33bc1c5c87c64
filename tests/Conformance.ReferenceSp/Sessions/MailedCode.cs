using Conformance.ReferenceSp.Web.Doors;

namespace Conformance.ReferenceSp.Sessions;

/// <summary>What a code in a link is good for.</summary>
/// <param name="Door">The way in that it opens.</param>
/// <param name="Company">The key of the company that it was sent for.</param>
/// <param name="Email">Whom it was sent to.</param>
/// <param name="Password">The password that was chosen before; null: none.</param>
internal sealed record MailedCode(Door Door, string Company, string Email, string? Password);
