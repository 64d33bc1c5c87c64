namespace Conformance.Player.Scim;

/// <summary>A resource that a play has made.</summary>
/// <param name="Type"><c>Users</c> or <c>Groups</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="By">With whose token.</param>
internal sealed record ScimCreated(string Type, string Id, string By);
