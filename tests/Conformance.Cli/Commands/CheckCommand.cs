using System.CommandLine;
using Conformance.Player.Browsers;
using Conformance.Player.Preflights;
using Conformance.Player.Reports;
using Conformance.Player.Running;
using Conformance.Player.Settings;
using Conformance.Player.Targets;
using Conformance.ReferenceSp.Embedding;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance check</c>: is it me or the service provider?</summary>
/// <param name="surroundings">What the program has around it.</param>
internal sealed class CheckCommand(Surroundings surroundings)
{
    private readonly Argument<string?> _target = new("target")
    {
        Description = "A target file, or the name of one in fixtures/service-providers; nothing: the one of playwright.config.",
        HelpName = "TARGET",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly SettingOptions _settings = new SettingOptions()
        .Value("idp", "FILE", "The identity provider: a file, or the name of one in fixtures/identity-providers.")
        .Value("driver", "auto|browser|http", "browser: look with a real browser; else over HTTP.")
        .Flag("headed", "Show the browser.")
        .Value("browser", "NAME", "chromium, firefox or webkit.")
        .Value("executable", "FILE", "A browser to use instead of one that is found.")
        .Value("timeout", "S", "Seconds that a page, a step or an answer may take.")
        .Value("keys", "DIR", "Keep the identity provider's keys there, for a service provider that is configured once by hand.")
        .Flag("no-install", "Never install a browser.")
        .List("flaw", "NAME", "A flaw for the embedded service provider; may be given several times.")
        .Value("seed", "N", "Repeats the identifiers of an earlier run.");

    /// <summary>The command.</summary>
    public Command Create()
    {
        var command = new Command("check", "Looks whether a service provider can be tested at all, and says what to do where it cannot.") { _target };
        _settings.AddTo(command);
        command.SetAction(CheckAsync);
        return command;
    }

    private async Task<int> CheckAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = _settings.Layer(parsed);
        var target = parsed.GetValue(_target);
        var layer = options with { ValueOf = key => key == "target" ? target : options.ValueOf(key), NameOf = key => key == "target" ? "The target" : options.NameOf(key) };
        if (new Preparation(surroundings).Read(layer, out var exitCode) is not { } suite)
        {
            return (int)exitCode;
        }

        var output = surroundings.Out;
        await output.WriteLineAsync($"{suite.Target.Name} ({suite.Target.Path}), with the identity provider {suite.Idp.Name}");
        await using var setup = new RunSetup(suite, new EmbeddedReference(), surroundings.WorkingDirectory, surroundings.Clock, output.WriteLine);
        try
        {
            var report = await ConformanceRun.CheckAsync(setup.Bench, suite.Settings.Driver == DriverChoice.Browser, cancellationToken);
            Write(Redaction.Of(suite).Apply(report), suite.Target.TlsWaiver);
            return (int)(report.IsReady ? ExitCode.Passed : ExitCode.Failed);
        }
        catch (BrowserNotFoundException exception)
        {
            await surroundings.Error.WriteLineAsync(exception.Message);
            return (int)ExitCode.Configuration;
        }
        catch (Exception exception) when (exception is TargetFailedException or TargetUnavailableException)
        {
            await surroundings.Error.WriteLineAsync(exception.Message);
            return (int)ExitCode.Inconclusive;
        }
    }

    private void Write(PreflightReport report, string? tlsWaiver)
    {
        var output = surroundings.Out;
        foreach (var check in report.Checks)
        {
            output.WriteLine($"{Sign(check.Outcome)} {check.Id} {check.Name}");
            output.WriteLine($"    {check.Sentence}");
            if (check.Remedy is { } remedy && check.Outcome is PreflightOutcome.Failed or PreflightOutcome.Noted)
            {
                output.WriteLine($"    -> {remedy}");
            }
        }

        if (report.Discovered.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Found out:");
            foreach (var (name, value) in report.Discovered)
            {
                output.WriteLine($"  {name}: {value}");
            }
        }

        if (tlsWaiver is not null)
        {
            output.WriteLine($"  TLS certificates are not checked: {tlsWaiver}");
        }

        output.WriteLine();
        output.WriteLine(report.Failure is { } failure
            ? $"{failure.Id} stands in the way: nothing that a scenario shows would mean anything before it is well."
            : "It can be tested.");
    }

    private static char Sign(PreflightOutcome outcome) => outcome switch
    {
        PreflightOutcome.Passed => '✓',
        PreflightOutcome.Noted => '!',
        PreflightOutcome.Failed => '×',
        _ => '-',
    };
}
