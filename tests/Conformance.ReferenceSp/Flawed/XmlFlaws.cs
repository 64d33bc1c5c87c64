using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Xsl;
using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>Parsers and signature libraries that do what the message tells them, before anything was verified.</summary>
internal static partial class XmlFlaws
{
    // What every honest message in the clear has somewhere.
    private static readonly string[] ExpectedParts = ["SignatureMethod ", "SubjectConfirmationData ", "AuthnStatement "];

    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(2) };

    public static IReadOnlyList<Flaw> All { get; } =
    [
        new("dies-of-unknown-attributes", "Takes an XML attribute for the field of that name, and the process falls (lasso).", ["NEG-20", "ATK-30"],
            blueprint => blueprint with { DiesOf = text => text.Contains(" attributes=\"", StringComparison.Ordinal) }) { Cves = ["CVE-2025-47151"] },
        new("dies-of-missing-parts", "Goes on without looking where an element or algorithm is missing, and the line is cut (goxmldsig, crewjam/saml).", ["NEG-20", "NEG-21", "NEG-03", "ATK-30"],
            blueprint => blueprint with { DiesOf = text => !Contains(text, "EncryptedData") && Contains(text, "<saml:Assertion ") && ExpectedParts.Any(part => !Contains(text, part)) }) { Cves = ["CVE-2020-7711"] },
        new("allows-doctype", "Reads a document type declaration and its internal entities, but fetches nothing.", ["ATK-27", "ATK-22", "ATK-21"],
            blueprint => blueprint.Replacing("well-formed-without-dtd", attempt => ParseWithDtd(attempt, resolver: null))),
        new("resolves-external-entities", "Fetches external entities and DTDs while it parses.", ["ATK-26", "ATK-27"],
            blueprint => blueprint.Replacing("well-formed-without-dtd", attempt => ParseWithDtd(attempt, new XmlUrlResolver()))) { Cves = ["CVE-2021-27736"] },
        new("reads-value-up-to-entity", "Verifies with entities expanded and reads with references kept, so a reference to nothing cuts a value short.", ["ATK-19", "ATK-21"],
            blueprint => blueprint.Replacing("well-formed-without-dtd", attempt => ParseWithDtd(attempt, resolver: null))
                .Replacing("only-the-signed-is-read", attempt =>
                {
                    attempt.Assertion = WithReferences(attempt).DocumentElement!.Element("Assertion", XmlNames.Assertion) ?? attempt.Assertion;
                    return null;
                }) with
                {
                    ReadText = element => element.FirstChild is XmlText first ? first.Value ?? "" : element.LastChild is XmlText last ? last.Value ?? "" : element.Text(),
                }),
        new("misses-ids-written-by-entity", "Does not enter an ID into its table that is written through an entity, so that the Reference finds another element than the one read (GitHub Enterprise Server).", ["ATK-22"],
            blueprint => blueprint.Replacing("well-formed-without-dtd", attempt => ParseWithDtd(attempt, resolver: null)).ReplacingSignatures(attempt =>
            {
                var hidden = WithReferences(attempt).DocumentElement!.SelfAndDescendants().Index()
                    .Where(element => element.Item.GetAttributeNode("ID")?.ChildNodes.OfType<XmlEntityReference>().Any() == true)
                    .Select(element => element.Index).ToHashSet();
                var all = attempt.Response.SelfAndDescendants().ToList();
                return new NaiveSignature
                {
                    Resolve = (_, id) => all.Index().FirstOrDefault(element => element.Item.Value("ID") == id && !hidden.Contains(element.Index)).Item,
                    Read = (_, verified) => NaiveSignature.Assertions(attempt).FirstOrDefault(assertion => !verified.Contains(assertion)) ?? NaiveSignature.Assertions(attempt).FirstOrDefault(),
                }.FindFault(attempt);
            })) { Cves = ["CVE-2025-23369"] },
        new("reads-what-it-wrote", "Verifies the document that it parsed, and reads the one that comes of writing and parsing it again: a literal in single quotes is written in double ones (REXML, CVE-2021-28965).",
            ["ATK-44"],
            blueprint => blueprint.Replacing("well-formed-without-dtd", attempt => ParseWithDtd(attempt, resolver: null)).Replacing("only-the-signed-is-read", ReadAgain)) { Cves = ["CVE-2021-28965"] },
        new("reads-what-go-wrote", "Verifies the signatures of the assertions that Go's encoding/xml sees, and takes the first assertion of what that library writes (gosaml2 before 0.6.0 and dex before 2.27.0, built with Go before 1.16).",
            ["ATK-44"],
            blueprint => blueprint.Replacing("well-formed-without-dtd", attempt => ParseText(attempt, HiddenInGo().Replace(Encoding.UTF8.GetString(attempt.Message), string.Empty)))
                .Replacing("only-the-signed-is-read", attempt =>
                {
                    _ = ParseText(attempt, WrittenByGo(Encoding.UTF8.GetString(attempt.Message)));
                    attempt.Assertion = attempt.Response.Element("Assertion", XmlNames.Assertion) ?? attempt.Assertion;
                    return null;
                })) { Cves = ["CVE-2020-26290", "CVE-2020-29510", "CVE-2020-29511"] },
        new("verifies-what-it-wrote", "Reads the document that it parsed, and verifies the one that comes of writing and parsing it again: a literal in single quotes is written in double ones (ruby-saml, by REXML and Nokogiri).",
            ["ATK-44"],
            blueprint => blueprint.Replacing("well-formed-without-dtd", attempt => ParseText(attempt, Requoted(Encoding.UTF8.GetString(attempt.Message))))
                .Replacing("only-the-signed-is-read", attempt =>
                {
                    _ = ParseText(attempt, Encoding.UTF8.GetString(attempt.Message));
                    attempt.Assertion = attempt.Response.Element("Assertion", XmlNames.Assertion) ?? attempt.Assertion;
                    return null;
                })) { Cves = ["CVE-2025-25291"] },
        new("fetches-schema-location", "Fetches the schemas that xsi:schemaLocation names, to validate against them.", ["ATK-26"],
            blueprint => blueprint.Replacing("response", attempt =>
            {
                foreach (var location in attempt.Response.SelfAndDescendants()
                    .SelectMany(element => new[] { "schemaLocation", "noNamespaceSchemaLocation" }.Select(name => element.GetAttribute(name, XmlNames.SchemaInstance)))
                    .SelectMany(value => value.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                {
                    Fetch(location);
                }

                return MessageChecks.IsResponse(attempt);
            })),
        new("includes-by-xinclude", "Processes XInclude, fetching what an include element names.", ["ATK-26"],
            blueprint => blueprint.Replacing("response", attempt =>
            {
                foreach (var include in attempt.Response.Descendants().Where(element => element.Is("include", "http://www.w3.org/2001/XInclude")))
                {
                    Fetch(include.Value("href"));
                }

                return MessageChecks.IsResponse(attempt);
            })),
        new("fetches-references", "Fetches the address in a Reference's URI, to compute its digest.", ["ATK-14"], blueprint => Before(blueprint, attempt =>
            FetchAll(attempt, "Reference", "URI"))),
        new("fetches-retrieval-method", "Fetches the key from the address in KeyInfo's RetrievalMethod.", ["ATK-13"], blueprint => Before(blueprint, attempt =>
            FetchAll(attempt, "RetrievalMethod", "URI"))),
        new("runs-xslt", "Runs a transform's style sheet, which may read files and fetch addresses.", ["ATK-15"], blueprint => Before(blueprint, attempt =>
        {
            foreach (var sheet in attempt.Response.Descendants().Where(element => element.Is("stylesheet", "http://www.w3.org/1999/XSL/Transform")).ToList())
            {
                Run(sheet, attempt.Response);
            }
        })),
    ];

    private static Blueprint Before(Blueprint blueprint, Action<LoginAttempt> act) => blueprint.Replacing("unique-ids", attempt =>
    {
        act(attempt);
        return StructureChecks.HasUniqueIds(attempt);
    });

    // Parsed once more, with references to entities as nodes of their own.
    private static XmlDocument WithReferences(LoginAttempt attempt)
    {
        using var reader = new XmlTextReader(new MemoryStream(attempt.Message)) { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, EntityHandling = EntityHandling.ExpandCharEntities };
        return XmlParsing.Load(reader);
    }

    private static string? ReadAgain(LoginAttempt attempt)
    {
        var document = attempt.Response.OwnerDocument;
        var notations = string.Concat(document.DocumentType?.Notations.Cast<XmlNotation>().Select(notation => $"<!NOTATION {notation.Name} SYSTEM \"{notation.SystemId}\">") ?? []);
        var written = (document.DocumentType is { } type ? $"<!DOCTYPE {type.Name} [{notations}]>" : string.Empty)
            + string.Concat(document.ChildNodes.Cast<XmlNode>().Where(node => node is XmlElement or XmlComment).Select(node => node.OuterXml));
        var settings = XmlParsing.Settings;
        settings.DtdProcessing = DtdProcessing.Parse;
        using var reader = XmlReader.Create(new StringReader(WithoutComments(written)), settings);
        attempt.Response = XmlParsing.Load(reader).DocumentElement!;
        attempt.Assertion = attempt.Response.Element("Assertion", XmlNames.Assertion) ?? attempt.Assertion;
        return null;
    }

    private static string? ParseText(LoginAttempt attempt, string text)
    {
        var settings = XmlParsing.Settings;
        settings.DtdProcessing = DtdProcessing.Ignore;
        using var reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')), settings);
        attempt.Response = XmlParsing.Load(reader).DocumentElement!;
        return null;
    }

    private static string Requoted(string text) => SystemLiteral().Replace(text, match => $"\"{match.Groups[1].Value}\"");

    [GeneratedRegex("(?<=<!(?:DOCTYPE|NOTATION) [^>']*SYSTEM )'([^']*)'", RegexOptions.Singleline)]
    private static partial Regex SystemLiteral();

    // An empty prefix is not written; a directive loses its comments, and ends with the comment that comes of it.
    private static string WrittenByGo(string text)
    {
        var written = DirectiveInGo().Replace(text, match => match.Groups[1].Value).Replace("<::", "<", StringComparison.Ordinal).Replace("</::", "</", StringComparison.Ordinal);
        return written.Contains("' >>", StringComparison.Ordinal) ? FirstElement(written) : written;
    }

    // What comes after it is not read.
    private static string FirstElement(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')), new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment });
        return reader.MoveToContent() == XmlNodeType.Element ? reader.ReadOuterXml() : text;
    }

    [GeneratedRegex("<::(\\w+).*?</::\\1>|<! [^']*'[^']*' >>", RegexOptions.Singleline)]
    private static partial Regex HiddenInGo();

    [GeneratedRegex("<! <<!--.*?-->!--[^']*'[^>]*--> >([^']*' >>)", RegexOptions.Singleline)]
    private static partial Regex DirectiveInGo();

    // The parser in question lets two hyphens stand inside a comment.
    private static string WithoutComments(string text)
    {
        for (var open = text.IndexOf("<!--", StringComparison.Ordinal); open >= 0; open = text.IndexOf("<!--", StringComparison.Ordinal))
        {
            var close = text.IndexOf("-->", open, StringComparison.Ordinal);
            text = text[..open] + (close < 0 ? string.Empty : text[(close + 3)..]);
        }

        return text;
    }

    private static string? ParseWithDtd(LoginAttempt attempt, XmlResolver? resolver)
    {
        var settings = XmlParsing.Settings;
        settings.DtdProcessing = DtdProcessing.Parse;
        settings.XmlResolver = resolver;
        settings.MaxCharactersFromEntities = 100_000;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(attempt.Message), settings);
            attempt.Response = XmlParsing.Load(reader).DocumentElement!;
            return null;
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or UnauthorizedAccessException)
        {
            return "An external entity could not be read.";
        }
    }

    private static void FetchAll(LoginAttempt attempt, string name, string attribute)
    {
        foreach (var element in attempt.Response.Descendants().Where(element => element.Is(name, XmlNames.Signature)))
        {
            Fetch(element.Value(attribute));
        }
    }

    private static void Fetch(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return;
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            using var response = Client.Send(request, HttpCompletionOption.ResponseHeadersRead);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            // What is fetched is of no use here; that it was asked for is the flaw.
            return;
        }
    }

    private static void Run(XmlElement sheet, XmlElement input)
    {
        var resolver = new XmlUrlResolver();
        try
        {
            var transform = new XslCompiledTransform();
            using var reader = new XmlNodeReader(sheet);
            transform.Load(reader, new XsltSettings(enableDocumentFunction: true, enableScript: false), resolver);
            using var source = new XmlNodeReader(input);
            using var output = XmlWriter.Create(Stream.Null, transform.OutputSettings);
            transform.Transform(source, new XsltArgumentList(), output, resolver);
        }
        catch (Exception exception) when (exception is XsltException or XmlException or HttpRequestException or IOException or InvalidOperationException or CryptographicException)
        {
            // As above: a style sheet that fails has run.
            return;
        }
    }

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.Ordinal);
}
