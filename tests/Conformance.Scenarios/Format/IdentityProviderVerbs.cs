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
                Words = ["AuthnRequest", "LogoutRequest", "LogoutResponse", "no-AuthnRequest", "no-LogoutRequest", "nothing"],
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
                Words =
                [
                    "assign", "unassign", "add-to-group", "remove-from-group", "assign-group", "unassign-group", "disable", "enable", "activate",
                    "deactivate", "acs-url", "rollover", "metadata", "create", "Display Label", "IdP Entity ID", "SP Entity ID", "ACS URL", "IDP URL",
                    "Declare Redirect Endpoint", "SAMLSubject NameID", "SAMLSubject NameID Format", "Signature Algorithm", "Default RelayState",
                    "Login URL", "Attributes", "Identifier (Entity ID)", "Reply URL (ACS URL)", "Sign on URL", "Relay State", "Attributes & Claims",
                ],
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
                new("in-response-to", Text, "The name of the request that it answers; the last one received if left out."),
                new("by", Text, "Which identity provider answers; idp if left out.") { Words = ["idp", "other-idp"] },
                new("relay-state", Text, "Another RelayState than the one received."),
                new("to", Text, "Where the message goes instead of the AssertionConsumerServiceURL."),
                new("held", Flag, "Whether it is made and named but not delivered yet; idp-repeats does that."),
                new("as", Text, "A name for idp-repeats."),
            ]),
        new(
            new("idp-sends", Text, "The identity provider sends a message of its own accord, through the browser that acts now; a LogoutResponse answers nothing.")
            {
                Words = ["LogoutRequest", "LogoutResponse"],
            },
            [
                new("subject", Text, "The role whom it names; attacker if left out."),
                new("session-of", Text, "The name of the answer whose NameID and SessionIndex it names; the last answer about that role if left out."),
                new("signed", Text, "Who signs it; idp if left out.") { Words = ["idp", "stranger", "other-idp", "nobody"] },
                new("binding", Text, "How it travels; as the service provider takes it, by redirect if it can, if left out.") { Words = ["redirect", "post"] },
                new("encrypted", Flag, "Whether it names the person by an EncryptedID."),
                new("says", Edits, "What it says differently, under its signature."),
                new("tamper", Edits, "What happens to it after it was signed."),
                new("relay-state", Text, "RelayState."),
                new("as", Text, "A name for idp-repeats."),
            ]),
        new(
            new("idp-repeats", Text, "The message of this name is delivered once more, byte for byte but for what is said to be changed."),
            [
                new("changed", Text, "What is different in it, where no signature of the assertion covers it.") { Words = ["as-before", "new-response-id", "blank-in-signature-value", "comment-in-assertion"] },
            ]),
    ];
}
