using System.Globalization;
using System.Text;
using System.Xml;
using Conformance.Saml.Messages;
using Conformance.Scenarios.Spec;

namespace Conformance.Cli.Inspecting;

/// <summary>Tells a message to a person.</summary>
/// <param name="output">Where to.</param>
/// <param name="spec">Says what clauses are about.</param>
/// <param name="now">What times are told relative to.</param>
internal sealed class MessageText(TextWriter output, SpecCatalogue spec, DateTimeOffset now)
{
    private const int LabelWidth = 16;

    /// <summary>How far away a time is, such as <c>in 5 min</c>.</summary>
    public static string Distance(TimeSpan span)
    {
        var size = span.Duration();
        var words = size switch
        {
            { TotalSeconds: < 90 } => $"{size.TotalSeconds:0} s",
            { TotalMinutes: < 90 } => $"{size.TotalMinutes:0} min",
            { TotalHours: < 36 } => $"{size.TotalHours:0} h",
            _ => $"{size.TotalDays:0} days",
        };
        return span < TimeSpan.Zero ? $"{words} ago" : $"in {words}";
    }

    /// <summary>An AuthnRequest and what is wrong with it.</summary>
    public void Write(FoundMessage found, ReadAuthnRequest read)
    {
        var request = read.Request;
        Heading(found, "AuthnRequest");
        Line("ID", request.ID);
        Line("Issuer", request.Issuer);
        Line("IssueInstant", request.IssueInstant is { } at ? Time(at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)) : null);
        Line("Destination", request.Destination);
        Line("answer to", request.AssertionConsumerServiceUrl ?? (request.AssertionConsumerServiceIndex is { } index ? $"AssertionConsumerService {index}" : null));
        Line("by", request.ProtocolBinding);
        Line("NameIDPolicy", request.NameIdPolicy is { } policy ? $"{policy.Format ?? "any format"}{(policy.AllowCreate == true ? ", may be created" : string.Empty)}" : null);
        Line("AuthnContext", request.RequestedAuthnContext is { } context ? $"{context.Comparison ?? "exact"}: {string.Join(", ", context.ClassRefs)}" : null);
        Line("ForceAuthn", request.ForceAuthn?.ToString().ToLowerInvariant());
        Line("IsPassive", request.IsPassive?.ToString().ToLowerInvariant());
        Line("signed", request.HasSignature ? "in the XML" : found.Query is { IsSigned: true } query ? $"in the query, by {Short(query.SignatureAlgorithm)}" : "no");
        Problems(read.Problems, "Nothing is wrong with it by itself.", "An identity provider may refuse it:");
        Xml(request.Xml);
    }

    /// <summary>A Response, and by which clauses it would be refused.</summary>
    public void Write(FoundMessage found, ReadResponse response, IReadOnlyList<SignatureFinding> signatures, IReadOnlyList<MessageProblem> problems)
    {
        Heading(found, response.Root);
        Line("ID", response.Id);
        Line("Issuer", response.Issuer);
        Line("IssueInstant", Time(response.IssueInstant));
        Line("Destination", response.Destination);
        Line("InResponseTo", response.InResponseTo ?? "none: it is unsolicited");
        Line("status", string.Join(", ", response.StatusCodes.Select(Short)) + (response.StatusMessage is { } sentence ? $": {sentence}" : string.Empty));
        Line("encrypted", response.EncryptedAssertions > 0 ? $"{response.EncryptedAssertions} assertions, which only the service provider can read" : null);
        foreach (var assertion in response.Assertions)
        {
            Write(assertion);
        }

        foreach (var (signature, finding) in response.Signatures.Zip(signatures))
        {
            Write(signature, finding);
        }

        Problems(problems, "Nothing in it is a reason to refuse it.", "A sound service provider refuses it:");
        Xml(response.Xml);
    }

    private void Write(AssertionView assertion)
    {
        output.WriteLine();
        output.WriteLine($"  {assertion.Path}");
        Line("ID", assertion.Id);
        Line("Issuer", assertion.Issuer);
        Line("NameID", assertion.NameId is { } name ? $"{name.Value}{(name.Format is null ? string.Empty : $" ({Short(name.Format)})")}" : "none");
        Line("Recipient", assertion.Recipient);
        Line("InResponseTo", assertion.InResponseTo);
        Line("to confirm by", Time(assertion.ConfirmationNotOnOrAfter));
        Line("NotBefore", Time(assertion.NotBefore));
        Line("NotOnOrAfter", Time(assertion.NotOnOrAfter));
        Line("Audience", assertion.Audiences.Count == 0 ? "none" : string.Join(", ", assertion.Audiences));
        Line("AuthnInstant", Time(assertion.AuthnInstant));
        Line("AuthnContext", Short(assertion.AuthnContextClassRef));
        Line("SessionIndex", assertion.SessionIndex);
        foreach (var attribute in assertion.Attributes)
        {
            output.WriteLine($"    {attribute.Name} = {string.Join(" | ", attribute.Values)}");
        }
    }

    private void Write(SignatureView signature, SignatureFinding finding)
    {
        output.WriteLine();
        output.WriteLine($"  {signature.Path}");
        Line("covers", signature.Covers.Count == 0 ? "nothing that is there" : string.Join(", ", signature.Covers));
        Line("algorithm", $"{Short(signature.SignatureMethod)}, digest {string.Join(", ", signature.DigestMethods.Select(Short))}, canonicalized by {Short(signature.CanonicalizationMethod)}");
        foreach (var base64 in signature.Certificates)
        {
            using var certificate = SignatureFindings.Certificate(base64);
            Line("certificate", certificate is null
                ? "is none"
                : $"{certificate.Subject}, until {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}, SHA-256 {certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256)}");
        }

        Line(finding.Holds ? "verifies" : "does not verify", finding.Sentence);
    }

    private void Heading(FoundMessage found, string root)
    {
        output.WriteLine($"{root}, from {found.Where}{(found.At is { } at ? $", at {at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC" : string.Empty)}");
        Line("RelayState", found.RelayState);
        foreach (var problem in found.Query?.Problems ?? [])
        {
            Line("query", problem);
        }
    }

    private void Problems(IReadOnlyList<MessageProblem> problems, string none, string some)
    {
        output.WriteLine();
        output.WriteLine($"  {(problems.Count == 0 ? none : some)}");
        foreach (var problem in problems)
        {
            output.WriteLine($"  - {problem.Sentence} [{problem.Clause}]");
            if (spec.Find(problem.Clause) is { } entry)
            {
                output.WriteLine($"    {entry.Title}: {entry.Says}");
            }
        }
    }

    private void Xml(string xml)
    {
        output.WriteLine();
        output.WriteLine(Indented(xml));
        output.WriteLine();
    }

    private void Line(string label, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            output.WriteLine($"    {(label + ":").PadRight(LabelWidth)} {value}");
        }
    }

    private string? Time(string? text) => ResponseJudge.Time(text) is { } time ? $"{text} ({Distance(time - now)})" : text;

    // Of a URI the last part says it: rsa-sha256, emailAddress, Success.
    private static string? Short(string? uri) => uri is null ? null : uri[(uri.TrimEnd('#', '/').LastIndexOfAny(['#', '/', ':']) + 1)..].TrimEnd('#', '/') is { Length: > 0 } last ? last : uri;

    private static string Indented(string xml)
    {
        try
        {
            var document = new XmlDocument { XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            document.Load(reader);
            var text = new StringBuilder();
            using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
            {
                document.Save(writer);
            }

            return text.ToString();
        }
        catch (XmlException)
        {
            // What is no well-formed XML is shown as it is; the problems say why.
            return xml;
        }
    }
}
