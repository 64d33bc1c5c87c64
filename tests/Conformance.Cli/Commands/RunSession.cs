using Conformance.Cli.Output;
using Conformance.Player.Browsers;
using Conformance.Player.Reports;
using Conformance.Player.Reports.Articles;
using Conformance.Player.Running;
using Conformance.Player.Settings;
using Conformance.Player.Targets;
using Conformance.ReferenceSp.Embedding;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Cli.Commands;

/// <summary>One run from its first word on the console to its report.</summary>
/// <param name="surroundings">What the program has around it.</param>
/// <param name="suite">What the files said.</param>
/// <param name="directory">Where the report goes.</param>
/// <param name="isPausing">Whether a person watches.</param>
/// <param name="saveDiscovery">Where what was discovered is written; <c>null</c>: nowhere.</param>
internal sealed class RunSession(Surroundings surroundings, Suite suite, ReportDirectory directory, bool isPausing, string? saveDiscovery)
{
    /// <summary>Plays cases, and says how the program ends.</summary>
    public async Task<ExitCode> RunAsync(IReadOnlyList<ScenarioCase> cases, CancellationToken cancellationToken)
    {
        using var voice = surroundings.IsTerminal && !isPausing ? new LiveVoice(surroundings, suite) as IRunVoice : new PlainVoice(surroundings.Out, suite);
        voice.Begin(cases.Count);
        await using var setup = new RunSetup(suite, new EmbeddedReference(), surroundings.WorkingDirectory, surroundings.Clock, voice.Say, isPausing ? PauseAsync : null, new EnteredLines(surroundings.In).NextAsync);
        RunReport report;
        try
        {
            report = await PlayAsync(setup, cases, voice, cancellationToken);
        }
        catch (BrowserNotFoundException exception)
        {
            voice.End();
            await surroundings.Error.WriteLineAsync(exception.Message);
            return ExitCode.Configuration;
        }
        catch (TargetFailedException exception)
        {
            voice.End();
            await surroundings.Error.WriteLineAsync(exception.Message);
            return ExitCode.Inconclusive;
        }

        voice.End();
        var run = FinishedRun.Of(report, suite, setup.Seed, directory.FullPath);
        await directory.WriteAsync(run, cancellationToken);
        if (saveDiscovery is not null)
        {
            await File.WriteAllTextAsync(Path.GetFullPath(saveDiscovery, surroundings.WorkingDirectory), DiscoveryFragment.Write(run), cancellationToken);
        }

        await File.WriteAllTextAsync(directory.Articles, ArticlePage.Write(ArticlePromises.Of(suite.Library), run), cancellationToken);
        new RunText(surroundings.Out, suite.Folders.Shown(directory.Page)).Write(run, voice.Shown);
        return run.Summary.ExitCode;
    }

    // The browser is looked for while the target starts; without one nothing is to be begun that it would be needed for.
    private async Task<RunReport> PlayAsync(RunSetup setup, IReadOnlyList<ScenarioCase> cases, IRunVoice voice, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var browser = setup.NeedsBrowser(cases) ? setup.StartBrowserAsync(ending.Token) : Task.CompletedTask;
        var run = ConformanceRun.RunAsync(setup.Request(cases, directory.Evidence), voice, ending.Token);
        if (await Task.WhenAny(browser, run) == browser && browser.IsFaulted)
        {
            await ending.CancelAsync();
            await Task.WhenAny(run);
            await browser;
        }

        var report = await run;
        await browser;
        return report;
    }

    private async Task PauseAsync(string finding, CancellationToken cancellationToken)
    {
        await surroundings.Out.WriteLineAsync($"{finding}\nThe browser stays open. Press Enter to go on.");
        await surroundings.In.ReadLineAsync(cancellationToken);
    }
}
