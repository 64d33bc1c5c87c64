using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using Conformance.Player.Drivers;
using Conformance.Player.Judging;
using Conformance.Player.Playing;
using Conformance.Player.Targets;

namespace Conformance.Player.Evidence;

/// <summary>Keeps what a reader needs to believe a result: every message raw and legible, every hop, the cookies, the page. Owner-only: it contains credentials.</summary>
internal static class EvidenceWriter
{
    /// <summary>What a person copied from pages: a list of texts, of which no report may show one.</summary>
    public const string CopiedFile = "copied.json";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the folder of one case.</summary>
    /// <returns>The folder.</returns>
    public static async Task<string> WriteAsync(string directory, PlayResult result, Judgement judgement, TargetFile target, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, OwnerOnly);
        }

        var transcript = result.Transcript;
        await WriteAsync("CONTAINS-CREDENTIALS.txt", "Raw messages, cookies and traces of a test run. Do not pass them on unread.\n");
        await WriteAsync("transcript.txt", Lines(result, judgement, target));
        for (var i = 0; i < transcript.Received.Count; i++)
        {
            await WriteAsync($"{i + 1}-request.xml", Pretty(transcript.Received[i].Xml ?? string.Empty));
            await WriteAsync($"{i + 1}-request.raw.txt", transcript.Received[i].Url + "\n" + transcript.Received[i].Body);
        }

        for (var i = 0; i < transcript.Answers.Count; i++)
        {
            var answer = transcript.Answers[i];
            await File.WriteAllBytesAsync(Path.Combine(directory, $"{i + 1}-response.raw.xml"), answer.Message.Xml, cancellationToken);
            await WriteAsync($"{i + 1}-response.xml", Pretty(Encoding.UTF8.GetString(answer.Message.PlainXml)));
            await WriteAsync($"{i + 1}-response.control.xml", Pretty(Encoding.UTF8.GetString(answer.Message.BaselineXml)));
            await WriteAsync($"{i + 1}-response.form.txt", string.Join('\n', answer.Message.Form.Select(field => $"{field.Key}={field.Value}")));
        }

        for (var i = 0; i < transcript.Logouts.Count; i++)
        {
            await WriteAsync($"{i + 1}-logout.raw.xml", transcript.Logouts[i]);
            await WriteAsync($"{i + 1}-logout.xml", Pretty(transcript.Logouts[i]));
        }

        foreach (var (browser, hops) in transcript.Hops)
        {
            await WriteAsync($"hops{(browser.Length == 0 ? string.Empty : "-" + browser)}.txt", string.Join("\n\n", hops.Select(Describe)));
        }

        await WriteAsync("cookies.json", JsonSerializer.Serialize(transcript.Cookies, Indented));
        if (transcript.Copied.Count > 0)
        {
            await WriteAsync(CopiedFile, JsonSerializer.Serialize(transcript.Copied, Indented));
        }

        if (transcript.Sessions.Count > 0)
        {
            await WriteAsync("session.txt", string.Join("\n\n", transcript.Sessions.Select(session => $"{session}\n{session.Page.Url} ({session.Page.Status})\n{session.Page.Body}")));
        }

        if (transcript.LastPage is { } page)
        {
            await WriteAsync("page.html", page.Body);
        }

        if (transcript.Screenshot is { } screenshot)
        {
            await File.WriteAllBytesAsync(Path.Combine(directory, "page.png"), screenshot, cancellationToken);
        }

        return directory;

        Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(directory, name), text, cancellationToken);
    }

    /// <summary>An XML text with one element a line; as it is when it cannot be read.</summary>
    public static string Pretty(string xml)
    {
        if (Read(xml) is not { } document)
        {
            return xml;
        }

        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            document.Save(writer);
        }

        return text.ToString();
    }

    /// <summary>Whether a text is XML that may be read: well-formed, and without a document type declaration.</summary>
    public static bool IsReadable(string xml) => Read(xml) is not null;

    private static XmlDocument? Read(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var document = new XmlDocument { XmlResolver = null };
            document.Load(reader);
            return document;
        }
        catch (XmlException)
        {
            // What is no well-formed XML is shown as it is.
            return null;
        }
    }

    private static string Lines(PlayResult result, Judgement judgement, TargetFile target)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{result.Case.Address} on {target.Name}, by the {result.Driver} driver: {judgement.Verdict}");
        text.AppendLine(CultureInfo.InvariantCulture, $"expected: {judgement.Expected}");
        text.AppendLine(CultureInfo.InvariantCulture, $"actual:   {judgement.Actual}");
        text.AppendLine();
        foreach (var line in result.Transcript.Lines)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{line.At:HH:mm:ss.fff} {line.Location}: {line.Text}");
        }

        return text.ToString();
    }

    private static string Describe(Hop hop)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{hop.At:HH:mm:ss.fff}{(hop.IsProbe ? " (the suite reads the session)" : string.Empty)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"> {hop.Method} {hop.Url}");
        foreach (var header in hop.RequestHeaders)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"> {header.Key}: {header.Value}");
        }

        if (hop.RequestBody.Length > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"> \n> {Encoding.UTF8.GetString(hop.RequestBody)}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"< {(hop.Status == 0 ? hop.Trouble : hop.Status)} after {hop.Took.TotalMilliseconds:0} ms");
        foreach (var header in hop.ResponseHeaders)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"< {header.Key}: {header.Value}");
        }

        return text.ToString().TrimEnd();
    }
}
