using Conformance.Player.Preflights;
using Conformance.Player.Reports;
using Conformance.Player.Settings;
using Conformance.Scenarios.Verdicts;
using Spectre.Console;

namespace Conformance.Cli.Output;

/// <summary>Tells of a run on a terminal: one line that moves, and above it what is not as expected.</summary>
internal sealed class LiveVoice : IRunVoice
{
    private readonly IAnsiConsole _console;
    private readonly Suite _suite;
    private readonly ResultEditor _editor;
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ProgressTask? _progress;
    private Task _drawing = Task.CompletedTask;

    public LiveVoice(Surroundings surroundings, Suite suite)
    {
        _suite = suite;
        _editor = new ResultEditor(suite);
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(surroundings.Out) });
    }

    public IReadOnlySet<string> Shown => _shown;

    public void Begin(int cases)
    {
        _console.WriteLine(RunText.Headline(_suite, cases));
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _drawing = _console.Progress()
            .AutoClear(enabled: true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                _progress = context.AddTask("starting the bench", maxValue: Math.Max(cases, 1));
                begun.SetResult();
                await _over.Task;
            });
        begun.Task.Wait();
    }

    public void Say(string sentence) => _console.WriteLine(_editor.Redaction.Apply(sentence));

    public void Checked(PreflightReport report)
    {
        if (report.IsReady)
        {
            _console.WriteLine(RunText.PreflightLine(report));
        }
    }

    public void Judged(CaseResult result, int done, int of)
    {
        var edited = _editor.Edit(result);
        if (RunText.IsWorthTelling(edited) && _shown.Add(RunText.KeyOf(edited)))
        {
            var text = FailureText.Render(edited, _suite.Library.Spec);
            var firstLine = text.IndexOf('\n', StringComparison.Ordinal);
            _console.WriteLine();
            _console.Write(new Text(text[..(firstLine + 1)], StyleOf(edited.Verdict)));
            _console.Write(new Text(text[(firstLine + 1)..]));
        }

        if (_progress is { } progress)
        {
            progress.Value = done;
            progress.Description = Markup.Escape($"{done} of {of}: {result.Address}");
        }
    }

    public void End()
    {
        _over.TrySetResult();
        _drawing.Wait();
    }

    public void Dispose() => End();

    private static Style StyleOf(Verdict verdict) => verdict switch
    {
        Verdict.Failed => new Style(Color.Red, decoration: Decoration.Bold),
        Verdict.Warning => new Style(Color.Yellow, decoration: Decoration.Bold),
        _ => new Style(Color.Fuchsia, decoration: Decoration.Bold),
    };
}
