using Conformance.Player.Preflights;
using Conformance.Player.Reports;
using Conformance.Player.Settings;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Cli.Output;

/// <summary>Tells of a run in lines that only grow, for logs.</summary>
/// <param name="output">Where they go.</param>
/// <param name="suite">What the files say.</param>
internal sealed class PlainVoice(TextWriter output, Suite suite) : IRunVoice
{
    private readonly ResultEditor _editor = new(suite);
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);

    public IReadOnlySet<string> Shown => _shown;

    public void Begin(int cases) => output.WriteLine(RunText.Headline(suite, cases));

    public void Say(string sentence) => output.WriteLine(_editor.Redaction.Apply(sentence));

    public void Checked(PreflightReport report)
    {
        if (report.IsReady)
        {
            output.WriteLine(RunText.PreflightLine(report));
        }
    }

    public void Judged(CaseResult result, int done, int of)
    {
        var edited = _editor.Edit(result);
        if (RunText.IsWorthTelling(edited) && _shown.Add(RunText.KeyOf(edited)))
        {
            output.WriteLine();
            output.Write(FailureText.Render(edited, suite.Library.Spec));
        }
    }

    public void End() => output.Flush();

    public void Dispose()
    {
    }
}
