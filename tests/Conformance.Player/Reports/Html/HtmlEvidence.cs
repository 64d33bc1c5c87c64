using System.Text.RegularExpressions;
using System.Xml.Linq;
using Conformance.Player.Benches;
using Conformance.Player.Evidence;
using Conformance.Saml.Forging;
using Conformance.Scenarios.Verdicts;
using static Conformance.Player.Reports.Html.Markup;

namespace Conformance.Player.Reports.Html;

/// <summary>What of a result's evidence stands in the page itself: the message against its control, the session, the page seen.</summary>
/// <param name="run">The run.</param>
internal sealed partial class HtmlEvidence(FinishedRun run)
{
    private const int LongestSession = 3000;
    private const int LargestPicture = 500_000;
    private static readonly string[] NotForReaders = [".raw.txt", ".raw.xml", ".form.txt", "CONTAINS-CREDENTIALS.txt"];
    private readonly string _forged = Markers.From(new IdSource(run.Seed)).Forged;

    /// <summary>Links to the files, where they lie beside the page.</summary>
    public XElement? Files(CaseResult result)
    {
        if (FolderOf(result) is not { } folder)
        {
            return result.Evidence is null ? null : El("code", null, result.Evidence);
        }

        var links = Directory.GetFiles(folder).Order(StringComparer.Ordinal)
            .Where(file => !Array.Exists(NotForReaders, end => file.EndsWith(end, StringComparison.Ordinal)))
            .SelectMany(file => new object[] { Link(Relative(file), Path.GetFileName(file)), " " });
        return El("div", null, El("code", null, result.Evidence!), El("div", null, [.. links, El("span", "dim", "(contains credentials)")]));
    }

    /// <summary>Who the service provider said was signed in, in its own words.</summary>
    public XElement? SignedIn(CaseResult result)
    {
        if (Read(result, "session.txt") is not { Length: > 0 } session)
        {
            return null;
        }

        var text = session.Length > LongestSession ? session[..LongestSession] + " …" : session;
        return El("details", null, El("summary", null, "Who was signed in, as the service provider tells it"), El("pre", null, [.. Marked(text)]));
    }

    /// <summary>Every message against the one of the control, line by line.</summary>
    public XElement? Messages(CaseResult result)
    {
        var parts = new List<XElement>();
        for (var number = 1; Read(result, $"{number}-response.xml") is { } sent; number++)
        {
            var control = Read(result, $"{number}-response.control.xml") ?? sent;
            var lines = MessageDiff.Of(Legible(control, sent), Legible(sent, sent));
            var isChanged = lines.Any(line => line.Kind is DiffKind.Added or DiffKind.Removed);
            var what = isChanged ? "The message that was sent, against the one that is accepted" : "The message that was sent";
            parts.Add(new XElement(
                "details",
                isChanged ? new XAttribute("open", "open") : null,
                El("summary", null, number == 1 ? what : $"{what} ({number})"),
                El("pre", "diff", [.. lines.Select(Line)])));
        }

        return parts.Count == 0 ? null : El("div", null, [.. parts]);
    }

    /// <summary>What the person saw last.</summary>
    public XElement? Picture(CaseResult result)
    {
        if (FolderOf(result) is not { } folder || new FileInfo(Path.Combine(folder, "page.png")) is not { Exists: true, Length: < LargestPicture } file)
        {
            return null;
        }

        return El("details", null, El("summary", null, "What the person saw last"), new XElement(
            "img",
            new XAttribute("class", "page"),
            new XAttribute("alt", "The page at the end of the scenario"),
            new XAttribute("src", $"data:image/png;base64,{Convert.ToBase64String(File.ReadAllBytes(file.FullName))}")));
    }

    // A message that no parser here may read (it has a document type declaration, or is no XML) is cut into lines as it stands, and its
    // control with it: else every line of the one would differ from every line of the other.
    private static string Legible(string message, string sent) => EvidenceWriter.IsReadable(sent)
        ? EvidenceWriter.Pretty(message)
        : string.Join('\n', message.Replace("><", ">\n<", StringComparison.Ordinal).Split('\n').Select(line => line.Trim()));

    private XElement Line(DiffLine line) => line.Kind switch
    {
        DiffKind.Added => El("span", "add", ["+ ", .. Emphasised(line)]),
        DiffKind.Removed => El("span", "del", ["- ", .. Emphasised(line)]),
        DiffKind.Gap => El("span", "gap", $"… {line.Text}"),
        _ => El("span", null, ["\u00a0 ", .. Marked(line.Text)]),
    };

    private IEnumerable<object?> Emphasised(DiffLine line) => line.Changed is (var start, var length) && length > 0
        ? [.. Marked(line.Text[..start]), El("b", null, [.. Marked(line.Text.Substring(start, length))]), .. Marked(line.Text[(start + length)..])]
        : Marked(line.Text);

    // What only a forged value carries stands out wherever it turns up.
    private IEnumerable<object> Marked(string text)
    {
        // Nobody reads a certificate or a signature value; where it differs, that part stands by itself and is shown.
        var parts = Base64().Replace(text, match => $"{match.Value[..24]}… {match.Length} characters …{match.Value[^12..]}").Split(_forged);
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                yield return new XElement("mark", new XAttribute("title", "only forged values of this run carry this"), _forged);
            }

            yield return parts[i];
        }
    }

    private string? FolderOf(CaseResult result) =>
        run.Evidence.TryGetValue(result.Address, out var folder) && Directory.Exists(folder) ? folder : null;

    private string? Read(CaseResult result, string name) =>
        FolderOf(result) is { } folder && Path.Combine(folder, name) is var path && File.Exists(path) ? run.Redaction.With(folder).Apply(File.ReadAllText(path)) : null;

    private string Relative(string file) =>
        string.Join('/', Path.GetRelativePath(run.Directory, file).Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));

    [GeneratedRegex("[A-Za-z0-9+/=]{120,}", RegexOptions.CultureInvariant)]
    private static partial Regex Base64();
}
