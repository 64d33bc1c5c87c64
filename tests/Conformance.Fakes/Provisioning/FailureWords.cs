using System.Text.RegularExpressions;

namespace Conformance.Fakes.Provisioning;

/// <summary>How a failure stands in the provisioning log: Entra ID's codes [V], and the attribute that is to blame.</summary>
internal static class FailureWords
{
    /// <summary>The code for an answer that is no success.</summary>
    public static string Code(ScimAnswer answer) => answer switch
    {
        { Trouble.Length: > 0 } => answer.Trouble,
        { Status: 401 } => "Unauthorized",
        { Status: 403 } => "InsufficientRights",
        { Status: 404 } => "InvalidAnchor",
        { Status: 405 } => "MethodNotAllowed",
        { Status: 409 } => "EntryConflict",
        { Status: 422 } => "UnprocessableEntity",
        { Status: 429 } => "TooManyRequests",
        { Status: 501 } => "NotImplemented",
        { Status: >= 500 } => "InternalServerError",
        { Status: 400 } when answer.Detail.Contains("domain", StringComparison.OrdinalIgnoreCase) => "InvalidDomain",
        { Status: 400 } when answer.ScimType == "invalidValue" => "MissingValues",
        _ => "SystemForCrossDomainIdentityManagementServiceIncompatible",
    };

    /// <summary>The words around the server's answer. [3P]</summary>
    public static string Message(ScimAnswer answer) => answer.Status == 0
        ? answer.Text
        : $"StatusCode: {(System.Net.HttpStatusCode)answer.Status} Message: Processing of the HTTP request resulted in an exception. "
            + $"Please see the HTTP response returned by the 'Response' property of this exception for details. Web Response: {answer.Text}";

    /// <summary>The first mapped attribute that the server's words name.</summary>
    public static string Attribute(ScimAnswer answer, AttributeMapping mapping) =>
        mapping.Attributes.Select(attribute => attribute.Key).FirstOrDefault(path => Names(answer.Detail, path)) ?? string.Empty;

    private static bool Names(string text, string path)
    {
        var name = path.StartsWith("urn:", StringComparison.Ordinal) ? path[(path.LastIndexOf(':') + 1)..] : path.Split('[')[0];
        return name.Split('.').Reverse().Take(1).Append(name)
            .Any(word => Regex.IsMatch(text, $@"\b{Regex.Escape(word.TrimEnd('s'))}s?\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)));
    }
}
