namespace Conformance.ReferenceSp.Checks;

/// <summary>Everything a sound service provider checks of a response, in order. Read it top to bottom.</summary>
internal static class CheckList
{
    public static IReadOnlyList<Check> Sound { get; } =
    [
        // The message.
        new("http-post-only", "saml-profiles 4.1.2", MessageChecks.ArrivedByHttpPost),
        new("base64", "saml-bindings 3.5.4", MessageChecks.Decodes),
        new("well-formed-without-dtd", "xml 2.1, Kantara IIP-G03", MessageChecks.IsWellFormed),
        new("no-processing-instructions", "hardening: none is ever needed, and readers differ about them", MessageChecks.HasNoProcessingInstructions),
        new("response", "saml-core 3.3.3, 3.2.2", MessageChecks.IsResponse),

        // What is signed, by whom, and that nothing else is read.
        About("unique-ids", "saml-core 1.3.4", StructureChecks.HasUniqueIds),
        About("one-assertion", "saml-profiles 4.1.4.2; more than one is refused here", StructureChecks.HasOneAssertion),
        About("signature-placement", "saml-core 5.4.1", StructureChecks.HasSignaturesInTheirPlace),
        About("signature-form", "saml-core 5.4.2, 5.4.4; xmldsig-core1 4", SignatureChecks.HaveTheProfiledForm),
        About("signature-algorithms", "Kantara IIP-ALG01, ALG08", SignatureChecks.UseSoundAlgorithms),
        About("response-signature", "saml-profiles 4.1.4.3", SignatureChecks.ResponseVerifies),
        About("decryption", "saml-core 2.3.4, 6", DecryptionChecks.Opens),
        About("unique-ids", "saml-core 1.3.4", Opened(StructureChecks.HasUniqueIds)),
        About("one-assertion", "saml-profiles 4.1.4.2", Opened(StructureChecks.HasOneAssertion)),
        About("signature-placement", "saml-core 5.4.1", Opened(StructureChecks.HasSignaturesInTheirPlace)),
        About("signature-form", "saml-core 5.4.2, 5.4.4", Opened(SignatureChecks.HaveTheProfiledForm)),
        About("signature-algorithms", "Kantara IIP-ALG01, ALG08", Opened(SignatureChecks.UseSoundAlgorithms)),
        About("assertion-signature", "saml-profiles 4.1.4.3", SignatureChecks.AssertionVerifies),
        About("assertion-is-signed", "saml-profiles 4.1.4.5", SignatureChecks.AssertionIsCovered),
        About("only-the-signed-is-read", "hardening: see only what is signed", SignatureChecks.ReadOnlyWhatIsSigned),
        new("assertion", "saml-core 2.3.3", StructureChecks.AssertionIsWellShaped),
        new("encrypted-parts", "saml-core 2.2.4, 2.7.3.2", DecryptionChecks.OpensParts),

        // Who says it, to whom, in answer to what.
        new("status", "saml-profiles 4.1.4.2, saml-core 3.2.2.2", ProtocolChecks.StatusIsSuccess),
        new("response-issuer", "saml-profiles 4.1.4.2", ProtocolChecks.ResponseIssuerIsTheIdp),
        new("assertion-issuer", "saml-profiles 4.1.4.2", ProtocolChecks.AssertionIssuerIsTheIdp),
        new("destination", "saml-core 3.2.2, saml-bindings 3.5.5.2", ProtocolChecks.DestinationIsHere),
        new("response-in-response-to", "saml-core 3.2.2", ProtocolChecks.ResponseAnswersARequest),
        new("unsolicited", "saml-profiles 4.1.5", ProtocolChecks.IsSolicitedOrAllowed),
        new("same-browser", "saml-profiles 4.1.4.3, ASVS 7.6.2", ProtocolChecks.ComesFromTheAskingBrowser),

        // The subject, confirmed for bearer; one confirmation that stands all of these is enough.
        new("confirmation-method", "saml-profiles 4.1.4.2", ConfirmationChecks.IsBearer),
        new("recipient", "saml-profiles 4.1.4.3", ConfirmationChecks.RecipientIsHere),
        new("confirmation-in-response-to", "saml-profiles 4.1.4.3", ConfirmationChecks.AnswersTheSameRequest),
        new("confirmation-not-before", "saml-profiles 4.1.4.2", ConfirmationChecks.HasNoNotBefore),
        new("confirmation-not-on-or-after", "saml-profiles 4.1.4.3", ConfirmationChecks.HasNotExpired),

        // The conditions.
        new("conditions", "saml-core 2.5.1", ConditionsChecks.ArePresentOnce),
        new("not-before", "saml-core 2.5.1.2", ConditionsChecks.HaveBegun),
        new("not-on-or-after", "saml-core 2.5.1.2", ConditionsChecks.HaveNotEnded),
        new("time-order", "saml-core 2.5.1.2", ConditionsChecks.BeginBeforeTheyEnd),
        new("audience", "saml-core 2.5.1.4, saml-profiles 4.1.4.2", ConditionsChecks.AudienceIsUs),
        new("unknown-condition", "saml-core 2.5.1.1", ConditionsChecks.AreAllUnderstood),

        // What is said.
        new("authn-statement", "saml-profiles 4.1.4.2", StatementChecks.HasAuthnStatement),
        new("session-not-on-or-after", "saml-profiles 4.1.4.3", StatementChecks.SessionHasNotEnded),
        new("requested-context", "Kantara IIP-SP07, ASVS 6.8.4", DemandChecks.ContextIsTheRequested),
        new("fresh-authentication", "saml-core 3.4.1, ASVS 6.8.4", DemandChecks.AuthenticationIsFresh),
        new("encryption-demanded", "policy", DemandChecks.AssertionWasEncrypted),
        new("name-id", "saml-core 1.3.1, 2.4.1", StatementChecks.NameIdHasAValue),
        new("attributes", "saml-core 2.7.3", StatementChecks.AttributesAreReadable),
        new("required-attributes", "Kantara SDP-SP12", StatementChecks.RequiredAttributesHaveValues),

        // Once.
        new("replay", "saml-profiles 4.1.4.5", ReplayChecks.AssertionIsNew),
        new("one-answer", "saml-profiles 4.1.4.3", ReplayChecks.RequestIsAnsweredOnce),

        // The account.
        new("account-name", "ASVS 6.8.1", AccountChecks.AccountIsNamed),
        new("verified-domain", "Kantara SDP-SP17", AccountChecks.DomainIsTheCompanys),
        new("account", "Kantara SDP-SP16", AccountChecks.AccountIsKnownOrMade),
        new("suspended", "ASVS 7.4.2", AccountChecks.AccountIsActive),
    ];

    private static Check About(string name, string clause, Func<LoginAttempt, string?> findFault) =>
        new(name, clause, findFault) { IsAboutSignatures = true };

    private static Func<LoginAttempt, string?> Opened(Func<LoginAttempt, string?> check) =>
        attempt => attempt.WasDecrypted ? check(attempt) : null;
}
