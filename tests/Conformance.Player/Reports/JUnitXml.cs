using System.Globalization;
using System.Text;
using System.Xml;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Reports;

/// <summary>The results as build servers read them: <c>junit.xml</c>, a suite for each folder of scenarios.</summary>
public static class JUnitXml
{
    private const string RootCauseName = "the root cause";

    /// <summary>The file's text.</summary>
    public static string Write(FinishedRun run)
    {
        var text = new Utf8Writer();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", CheckCharacters = true }))
        {
            writer.WriteStartElement("testsuites");
            writer.WriteAttributeString("name", $"conformance of {Printable.Of(run.Target)}");
            WriteCounts(writer, run, run.Results, RootCauses(run));
            WriteRootCauses(writer, run);
            foreach (var folder in run.Results.GroupBy(FolderOf, StringComparer.Ordinal))
            {
                writer.WriteStartElement("testsuite");
                writer.WriteAttributeString("name", folder.Key);
                writer.WriteAttributeString("timestamp", run.Began.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
                WriteCounts(writer, run, [.. folder], 0);
                foreach (var result in folder)
                {
                    WriteCase(writer, run, result);
                }

                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        return text + "\n";
    }

    private static void WriteCase(XmlWriter writer, FinishedRun run, CaseResult result)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("name", result.Address);
        writer.WriteAttributeString("classname", FolderOf(result).Replace('/', '.'));
        writer.WriteAttributeString("time", Seconds(result.Duration));
        writer.WriteAttributeString("file", result.Location.File);
        var whole = Printable.Of(FailureText.Render(result, run.Spec));
        switch (result)
        {
            // The one cause is an error of its own; what it kept from being played is no finding.
            case var _ when run.IsEcho(result):
                WriteEmpty(writer, "skipped", $"not played, because of {RootCauseName}");
                break;
            case { Verdict: Verdict.Skipped }:
                WriteEmpty(writer, "skipped", result.Reason);
                break;
            case { Known: { } known }:
                WriteEmpty(writer, "skipped", $"known failure: {known.Reason} ({known.Owner}, until {known.Expires:yyyy-MM-dd})");
                WriteText(writer, "system-out", whole);
                break;
            case { Verdict: Verdict.Failed }:
                WriteFinding(writer, "failure", result, whole);
                break;
            case { Verdict: Verdict.Inconclusive or Verdict.Error }:
                WriteFinding(writer, "error", result, whole);
                break;
            case { Verdict: Verdict.Warning } or { Property: not null }:
                WriteText(writer, "system-out", whole);
                break;
        }

        writer.WriteEndElement();
    }

    private static void WriteRootCauses(XmlWriter writer, FinishedRun run)
    {
        if (RootCauses(run) == 0 && run.RestartsSentence is null)
        {
            return;
        }

        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", "run");
        writer.WriteAttributeString("tests", Number(RootCauses(run)));
        writer.WriteAttributeString("errors", Number(run.RootCause is null ? 0 : 1));
        writer.WriteAttributeString("failures", Number(run.Summary.KnownFailureFindings.Count));
        if (run.RootCause is { } cause)
        {
            WriteRunCase(writer, RootCauseName, "error", cause);
        }

        foreach (var finding in run.Summary.KnownFailureFindings)
        {
            WriteRunCase(writer, "known failures", "failure", finding);
        }

        if (run.RestartsSentence is { } restarts)
        {
            WriteText(writer, "system-out", Printable.Of($"{restarts}:\n{string.Join('\n', run.Outages)}"));
        }

        writer.WriteEndElement();
    }

    private static void WriteRunCase(XmlWriter writer, string name, string element, string message)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("name", name);
        writer.WriteAttributeString("classname", "run");
        WriteEmpty(writer, element, message);
        writer.WriteEndElement();
    }

    private static void WriteFinding(XmlWriter writer, string element, CaseResult result, string whole)
    {
        writer.WriteStartElement(element);
        writer.WriteAttributeString("message", Printable.Of(result.Reason ?? result.Actual ?? result.Requirement));
        writer.WriteAttributeString("type", result.Verdict.ToString());
        writer.WriteString(whole);
        writer.WriteEndElement();
    }

    private static void WriteEmpty(XmlWriter writer, string element, string? message)
    {
        writer.WriteStartElement(element);
        writer.WriteAttributeString("message", Printable.Of(message ?? string.Empty));
        writer.WriteEndElement();
    }

    private static void WriteText(XmlWriter writer, string element, string text) => writer.WriteElementString(element, text);

    private static void WriteCounts(XmlWriter writer, FinishedRun run, IReadOnlyList<CaseResult> results, int more)
    {
        var counted = results.Where(result => result.Known is null && !run.IsEcho(result)).ToList();
        var errors = counted.Count(result => result.Verdict is Verdict.Inconclusive or Verdict.Error);
        var failures = counted.Count(result => result.Verdict == Verdict.Failed);
        var skipped = results.Count(result => result.Verdict == Verdict.Skipped || result.Known is not null || run.IsEcho(result));
        var findings = more > 0 ? run.Summary.KnownFailureFindings.Count : 0;
        writer.WriteAttributeString("tests", Number(results.Count + more));
        writer.WriteAttributeString("failures", Number(failures + findings));
        writer.WriteAttributeString("errors", Number(errors + more - findings));
        writer.WriteAttributeString("skipped", Number(skipped));
        writer.WriteAttributeString("time", Seconds(TimeSpan.FromTicks(results.Sum(result => result.Duration.Ticks))));
    }

    private static int RootCauses(FinishedRun run) => (run.RootCause is null ? 0 : 1) + run.Summary.KnownFailureFindings.Count;

    private static string FolderOf(CaseResult result)
    {
        // The scenario's own folder: of "saml/attack/wrapping/xsw3" the file tells that "wrapping" is no folder.
        var file = result.Location.File.Replace('\\', '/');
        var at = file.IndexOf("scenarios/", StringComparison.Ordinal);
        var path = at < 0 ? result.Address : file[(at + "scenarios/".Length)..];
        return path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : path;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
