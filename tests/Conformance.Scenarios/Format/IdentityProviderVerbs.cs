using static Conformance.Scenarios.Format.ValueKind;

namespace Conformance.Scenarios.Format;

/// <summary>What the identity provider receives, shows and sends.</summary>
internal static class IdentityProviderVerbs
{
    public static IReadOnlyList<VerbDescription> All { get; } =
    [
        new(
            new("idp-receives", Text, "The identity provider has received this message from the service provider.")
            {
                Words = ["AuthnRequest", "LogoutRequest", "LogoutResponse", "nothing"],
            },
            [
                new("as", Text, "A name under which later steps reach its fields, as in ${request.ID}."),
                new("expect", Expectations, "Field → value or matcher."),
            ]),
        new(
            new("idp-sign-in", Text, "This role types e-mail and password at the identity provider's own page."),
            [new("password", Text, "Another password than the right one.")]),
        new(new("idp-shows", Text, "The identity provider shows its own page of this kind, and the service provider got nothing."), []),
        new(
            new("idp-admin", Texts, "An administrator changes something at the identity provider: action → role or value.")
            {
                Words = ["assign", "unassign", "disable", "enable", "activate", "deactivate", "acs-url", "rollover", "metadata"],
            },
            []),
        new(
            new("idp-answers", Text, "The identity provider answers the request it holds.") { Words = ["Response", "error", "LogoutResponse"] },
            [
                new("subject", Text, "The role about whom the answer speaks; attacker if left out."),
                new("forge", Text, "The role that the forged parts speak of; victim if left out."),
                new("sign", Text, "What is signed; accepted, the first place the target takes, if left out.")
                {
                    Words = ["response", "assertion", "both", "accepted"],
                },
                new("signature", Values, "How it is signed beyond the place: method, digest, canonicalization, key-info, key and others."),
                new("encrypt", Values, "How it is encrypted: content, key-transport and others."),
                new("style", Values, "How the XML is written: prefixes, declaration and others."),
                new("unsolicited", Flag, "Whether it answers no request."),
                new("says", Edits, "What the identity provider itself says differently, under a valid signature."),
                new("tamper", Edits, "What happens to the message after it was signed."),
                new("by", Text, "Which identity provider answers; idp if left out.") { Words = ["idp", "other-idp"] },
                new("relay-state", Text, "Another RelayState than the one received."),
                new("to", Text, "Where the message goes instead of the AssertionConsumerServiceURL."),
                new("held", Flag, "Whether it is made and named but not delivered yet; idp-repeats does that."),
                new("as", Text, "A name for idp-repeats."),
            ]),
        new(new("idp-repeats", Text, "The message of this name is delivered once more, byte for byte."), []),
    ];
}
