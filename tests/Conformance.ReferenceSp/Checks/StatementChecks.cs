using System.Xml;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Checks;

/// <summary>What does the assertion say about the person?</summary>
internal static class StatementChecks
{
    public static string? HasAuthnStatement(LoginAttempt attempt)
    {
        var statements = AuthnStatements(attempt);
        return statements.Count == 0
            ? "The assertion has no AuthnStatement."
            : statements.All(statement => SamlTime.Parse(statement.Value("AuthnInstant")) is not null)
                ? null
                : "An AuthnStatement has no AuthnInstant.";
    }

    public static string? SessionHasNotEnded(LoginAttempt attempt)
    {
        foreach (var value in AuthnStatements(attempt).Select(statement => statement.Value("SessionNotOnOrAfter")).OfType<string>())
        {
            if (SamlTime.Parse(value) is not { } end || attempt.Now >= end + attempt.Skew)
            {
                return $"The session at the identity provider ended at \"{value}\".";
            }

            attempt.SessionEnds = attempt.SessionEnds is { } earlier && earlier < end ? earlier : end;
        }

        return null;
    }

    public static string? NameIdHasAValue(LoginAttempt attempt)
    {
        var names = attempt.Assertion.Element("Subject", XmlNames.Assertion)?.Elements("NameID", XmlNames.Assertion).ToList() ?? [];
        if (names.Count > 1)
        {
            return "The Subject has more than one NameID.";
        }

        if (names is [var name])
        {
            attempt.NameId = attempt.Blueprint.ReadText(name);
            attempt.NameIdFormat = name.Value("Format");
            return string.IsNullOrWhiteSpace(attempt.NameId) ? "The NameID is empty." : null;
        }

        return null;
    }

    public static string? AttributesAreReadable(LoginAttempt attempt)
    {
        var read = attempt.Blueprint.ReadText;
        attempt.Attributes =
        [
            .. from statement in attempt.Assertion.Elements("AttributeStatement", XmlNames.Assertion)
               from attribute in statement.Elements("Attribute", XmlNames.Assertion)
               select new SamlAttribute(
                   attribute.Value("Name") ?? "",
                   attribute.Value("FriendlyName"),
                   [.. attribute.Elements("AttributeValue", XmlNames.Assertion).Where(value => !IsNil(value)).Select(read)]),
        ];
        return attempt.Attributes.Any(attribute => attribute.Name.Length == 0) ? "An Attribute has no Name." : null;
    }

    public static string? RequiredAttributesHaveValues(LoginAttempt attempt) =>
        attempt.Company.Configuration.RequiredAttributes.FirstOrDefault(
            name => attempt.Blueprint.FindAttribute(attempt.Attributes, name).All(string.IsNullOrWhiteSpace)) is { } missing
            ? $"The attribute \"{missing}\" is missing or empty; ask your administrator to map it at the identity provider."
            : null;

    private static List<XmlElement> AuthnStatements(LoginAttempt attempt) =>
        [.. attempt.Assertion.Elements("AuthnStatement", XmlNames.Assertion)];

    private static bool IsNil(XmlElement value) => value.GetAttribute("nil", XmlNames.SchemaInstance) is "true" or "1";
}
