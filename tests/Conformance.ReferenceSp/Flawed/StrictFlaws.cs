using System.Text;
using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>Service providers that look careful and refuse what SAML allows.</summary>
internal static class StrictFlaws
{
    private static readonly IReadOnlyList<string> KnownFormats = ["emailAddress", "unspecified"];

    public static IReadOnlyList<Flaw> All { get; } =
    [
        Demanding("demands-response-signature", "Wants the Response signed, where Entra ID signs the assertion.", ["POS-02"], attempt => attempt.ResponseIsVerified),
        Demanding("demands-assertion-signature", "Wants the assertion signed, where some identity providers sign the Response.", ["POS-01"], attempt => attempt.AssertionIsVerified),
        Demanding("refuses-two-signatures", "Takes a second signature for an attack.", ["POS-03"], attempt => !attempt.ResponseIsVerified || !attempt.AssertionIsVerified),
        Demanding("refuses-extra-attributes", "Refuses an assertion with an attribute that nobody mapped.", ["POS-16"], attempt =>
            attempt.Assertion.Descendants().Where(element => element.Is("Attribute", XmlNames.Assertion)).All(attribute => IsConfigured(attempt, attribute.Value("Name")))),
        Demanding("refuses-unknown-prefixes", "Looks for the text \"saml2p:\" or \"samlp:\" and \"saml2:\" or \"saml:\" instead of the namespaces.", ["POS-22", "POS-35"], attempt =>
            Text(attempt) is var text && (Holds(text, "<saml2p:Response") || Holds(text, "<samlp:Response"))
            && (Holds(text, "<saml2:") || Holds(text, "<saml:"))),
        Demanding("demands-key-info", "Wants the certificate repeated in KeyInfo.", ["POS-06"], attempt =>
            SignatureChecks.Signatures(attempt).All(signature => signature.Element.Element("KeyInfo", XmlNames.Signature)?.Descendants().Any(element => element.LocalName == "X509Certificate") == true)),
        Demanding("demands-rsa-sha256", "Takes no algorithm but RSA-SHA256.", ["POS-04"], attempt =>
            SignatureChecks.Signatures(attempt).All(signature => signature.SignatureMethod.EndsWith("#rsa-sha256", StringComparison.Ordinal))),
        Demanding("refuses-inclusive-namespaces", "Does not take an InclusiveNamespaces PrefixList.", ["POS-05"], attempt =>
            !attempt.Response.OwnerDocument.Descendants().Any(element => element.LocalName == "InclusiveNamespaces") && !Holds(Text(attempt), "InclusiveNamespaces")),
        new("first-certificate-only", "Keeps only the first certificate of the identity provider, so a rollover locks everybody out.", ["POS-07"],
            blueprint => blueprint with { TrustedKeys = (attempt, _) => attempt.Company.Keys.Take(1) }) { IsFalselyStrict = true },
        new("demands-valid-certificate", "Refuses a signature once the certificate around the key has expired.", ["POS-08"],
            blueprint => blueprint with
            {
                TrustedKeys = (attempt, _) => attempt.Company.Keys.Where(key => key.Certificate is null || new DateTimeOffset(key.Certificate.NotAfter) > attempt.Now),
            }) { IsFalselyStrict = true },
        Demanding("refuses-encryption", "Cannot open an EncryptedAssertion.", ["POS-10", "POS-13"], attempt => !attempt.WasDecrypted),
        Demanding("demands-encryption", "Takes no plain assertion, which an identity provider sends unless it is told otherwise.", ["CTL-04"], attempt => attempt.WasDecrypted),
        Demanding("demands-cbc", "Opens no EncryptedAssertion but by AES-CBC.", ["POS-10"], attempt => !Holds(Text(attempt), "-gcm")),
        Demanding("demands-issuer-format", "Wants the Issuer to say its Format.", ["POS-21"], attempt =>
            attempt.Assertion.Element("Issuer", XmlNames.Assertion)?.Value("Format") is not null),
        Demanding("demands-response-issuer", "Wants an Issuer in the Response too.", ["NEG-07"], attempt => attempt.Response.Element("Issuer", XmlNames.Assertion) is not null),
        Demanding("demands-destination", "Wants a Destination in an unsigned Response too.", ["NEG-10"], attempt => attempt.Response.Value("Destination") is not null),
        Demanding("demands-name-id", "Cannot do without a NameID, though an attribute names the account.", ["POS-14"], attempt =>
            attempt.Assertion.Element("Subject", XmlNames.Assertion)?.Element("NameID", XmlNames.Assertion) is not null),
        Demanding("refuses-name-id-formats", "Knows the NameID formats emailAddress and unspecified only.", ["POS-14"], attempt =>
            attempt.Assertion.Element("Subject", XmlNames.Assertion)?.Element("NameID", XmlNames.Assertion)?.Value("Format") is not { } format
            || KnownFormats.Any(known => format.EndsWith(":" + known, StringComparison.Ordinal))),
        Demanding("demands-xsi-type", "Wants every attribute value typed.", ["POS-18"], attempt =>
            attempt.Assertion.Descendants().Where(element => element.Is("AttributeValue", XmlNames.Assertion)).All(value => value.HasAttribute("type", XmlNames.SchemaInstance))),
        Demanding("demands-string-type", "Takes no attribute value of another type than xs:string.", ["POS-18"], attempt =>
            attempt.Assertion.Descendants().Where(element => element.Is("AttributeValue", XmlNames.Assertion)).All(value =>
                value.GetAttribute("type", XmlNames.SchemaInstance) is "" or "xs:string" or "xsd:string")),
        Demanding("refuses-structured-values", "Takes no attribute value but text, whoever asked for the attribute.", ["POS-16", "POS-18"], attempt =>
            attempt.Assertion.Descendants().Where(element => element.Is("AttributeValue", XmlNames.Assertion)).All(value => !value.Elements().Any())),
        Demanding("demands-name-format", "Wants every attribute to say the NameFormat uri or basic.", ["POS-17"], attempt =>
            attempt.Assertion.Descendants().Where(element => element.Is("Attribute", XmlNames.Assertion)).All(attribute =>
                attribute.Value("NameFormat") is { } format && !format.EndsWith("unspecified", StringComparison.Ordinal))),
        new("single-valued-attributes-only", "Keeps one value of each attribute.", ["POS-19", "POS-37"],
            blueprint => blueprint.Replacing("attributes", attempt =>
            {
                var fault = StatementChecks.AttributesAreReadable(attempt);
                attempt.Attributes = [.. attempt.Attributes.Select(attribute => attribute with { Values = [.. attribute.Values.Take(1)] })];
                return fault;
            })) { IsFalselyStrict = true },
        new("first-of-repeated-attributes-only", "Keeps the first of two Attribute elements with one Name.", ["POS-19"],
            blueprint => blueprint.Replacing("attributes", attempt =>
            {
                var fault = StatementChecks.AttributesAreReadable(attempt);
                attempt.Attributes = [.. attempt.Attributes.DistinctBy(attribute => attribute.Name)];
                return fault;
            })) { IsFalselyStrict = true },
        Demanding("refuses-second-attribute-statement", "Refuses more than one AttributeStatement.", ["POS-20"], attempt =>
            attempt.Assertion.Elements("AttributeStatement", XmlNames.Assertion).Count() < 2),
        Demanding("demands-attribute-statement", "Cannot do without an AttributeStatement.", ["POS-20"], attempt =>
            attempt.Assertion.Element("AttributeStatement", XmlNames.Assertion) is not null),
        Demanding("demands-authn-statement-first", "Wants the AuthnStatement in front of the AttributeStatement, which Entra ID turns round.", ["POS-20", "POS-35"], attempt =>
            attempt.Assertion.Elements().FirstOrDefault(element => element.LocalName is "AuthnStatement" or "AttributeStatement")?.LocalName == "AuthnStatement"),
        Demanding("refuses-line-breaks", "Wants the XML in one line.", ["POS-23"], attempt => !Holds(Text(attempt), "\n")),
        new("refuses-wrapped-base64", "Refuses base64 with line breaks.", ["POS-23"],
            blueprint => blueprint.Replacing("base64", attempt =>
                attempt.Request.FormSamlResponse.ToString().Any(char.IsWhiteSpace) ? "The base64 holds line breaks." : MessageChecks.Decodes(attempt))) { IsFalselyStrict = true },
        Demanding("refuses-xml-declaration", "Refuses an XML declaration.", ["POS-23"], attempt => !Holds(Text(attempt), "<?xml ")),
        new("zero-skew", "Allows clocks no difference at all.", ["POS-24"], blueprint => blueprint with { Skew = _ => TimeSpan.Zero }) { IsFalselyStrict = true },
        Demanding("demands-milliseconds", "Reads times with exactly three digits of a second.", ["POS-25"], attempt => attempt.Assertion.Value("IssueInstant") is { Length: 24 }),
        Demanding("refuses-fractions", "Reads times in whole seconds only.", ["POS-25"], attempt => attempt.Assertion.Value("IssueInstant")?.Contains('.', StringComparison.Ordinal) == false),
        new("first-confirmation-only", "Looks at the first subject confirmation only.", ["POS-26"],
            blueprint => blueprint.Replacing("confirmation-method", attempt =>
            {
                var confirmation = attempt.Assertion.Element("Subject", XmlNames.Assertion)?.Element("SubjectConfirmation", XmlNames.Assertion);
                attempt.Confirmations = confirmation?.Value("Method") == XmlNames.Bearer ? [confirmation] : [];
                return attempt.Confirmations.Count > 0 ? null : "The first subject confirmation is not bearer.";
            })) { IsFalselyStrict = true },
        new("first-audience-only", "Looks at the first Audience only.", ["POS-28"],
            blueprint => blueprint.Replacing("audience", attempt =>
                ConditionsChecks.Restrictions(attempt) is [[var first, ..], ..] && first == attempt.Addresses.EntityId ? null : "The first Audience is another.")) { IsFalselyStrict = true },
        Demanding("refuses-second-restriction", "Refuses more than one AudienceRestriction.", ["POS-28"], attempt => ConditionsChecks.Restrictions(attempt).Count < 2),
        Demanding("refuses-one-time-use", "Takes OneTimeUse and ProxyRestriction for conditions it does not understand.", ["POS-29"], attempt =>
            !attempt.Assertion.Descendants().Any(element => element.LocalName is "OneTimeUse" or "ProxyRestriction")),
        Demanding("demands-password-context", "Takes no authentication but by password, so a passkey locks its user out.", ["POS-30"], attempt =>
            attempt.Assertion.Descendants().Any(element => element.LocalName == "AuthnContextClassRef" && element.Text().Contains(":Password", StringComparison.Ordinal))),
        Demanding("demands-session-index", "Wants a SessionIndex.", ["POS-31"], attempt =>
            attempt.Assertion.Elements("AuthnStatement", XmlNames.Assertion).All(statement => statement.Value("SessionIndex") is not null)),
        Demanding("demands-recent-authn-instant", "Refuses an authentication older than two hours, where a browser's session at the identity provider lasts for weeks.", ["POS-31", "POS-35"], attempt =>
            attempt.Assertion.Elements("AuthnStatement", XmlNames.Assertion).All(statement => SamlTime.Parse(statement.Value("AuthnInstant")) > attempt.Now.AddHours(-2))),
        Demanding("refuses-advice", "Refuses Advice, Extensions and Consent.", ["POS-32"], attempt =>
            !attempt.Assertion.Elements("Advice", XmlNames.Assertion).Any() && !attempt.Response.Elements("Extensions", XmlNames.Protocol).Any() && attempt.Response.Value("Consent") is null),
        new("refuses-large-responses", "Takes no response over 20 kilobytes, so the person with a hundred groups stays outside.", ["POS-37"],
            blueprint => blueprint.Replacing("base64", attempt =>
                MessageChecks.Decodes(attempt) ?? (attempt.Message.Length > 20_000 ? "The response is too large." : null))) { IsFalselyStrict = true },
        new("refuses-idp-initiated", "Refuses a response that was not asked for, though the settings allow it.", ["POS-34"],
            blueprint => blueprint.Replacing("unsolicited", attempt => attempt.Pending is null ? "The response was not asked for." : null)) { IsFalselyStrict = true },
    ];

    private static Flaw Demanding(string name, string story, IReadOnlyList<string> meantFor, Func<LoginAttempt, bool> isMet) => new(
        name,
        story,
        meantFor,
        blueprint => blueprint.Replacing("assertion", attempt => isMet(attempt) ? StructureChecks.AssertionIsWellShaped(attempt) : story))
    {
        IsFalselyStrict = true,
    };

    private static bool IsConfigured(LoginAttempt attempt, string? name)
    {
        var configuration = attempt.Company.Configuration;
        return name is not null && (name == configuration.AccountIdentifier || name == configuration.RoleAttribute
            || configuration.RequiredAttributes.Contains(name) || configuration.AttributeMapping.ContainsKey(name));
    }

    private static string Text(LoginAttempt attempt) => Encoding.UTF8.GetString(attempt.Message);

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.Ordinal);
}
