using System.CommandLine;
using Conformance.Cli.Output;
using Conformance.Player.Reports;
using Conformance.Player.Settings;
using Conformance.Scenarios.Selecting;
using Conformance.Scenarios.Verdicts;
using Conformance.Scenarios.Words;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance run</c>: plays scenarios, judges, reports.</summary>
/// <param name="surroundings">What the program has around it.</param>
internal sealed class RunCommand(Surroundings surroundings)
{
    private readonly Argument<string[]> _wanted = new("what")
    {
        Description = $"Addresses (saml/attack), plans ({string.Join(", ", Plans.All.Select(plan => plan.Name))}), tags (smoke), places in specifications (saml-profiles/4.1.4.3, CVE-2025-29775) or scenario files; nothing: everything.",
        HelpName = "ADDRESS|SPEC|TAG",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _list = new("--list") { Description = "Print the addresses that would be played, and play nothing." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print what would be played, with the requirement of each, and play nothing." };
    private readonly Option<string?> _saveDiscovery = new("--save-discovery")
    {
        Description = "Write what the service provider was seen to do as a part of a target file, to look through and take over.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _pause = new("--pause") { Description = "Show the browser, and wait for Enter after each scenario that is not as expected." };

    private readonly SettingOptions _settings = new SettingOptions()
        .Value("target", "FILE", "The service provider under test: a target file, or the name of one in fixtures/service-providers.")
        .Value("idp", "FILE", "The identity provider: a file, or the name of one in fixtures/identity-providers.")
        .Value("report", "DIR", "Where the report goes; artifacts/report.")
        .Value("workers", "N", "How many benches play at the same time.")
        .Value("driver", "auto|browser|http", "auto: scenarios of a person in the browser (of several cases at the embedded one the first), the others over HTTP; all in the browser when it is shown.")
        .Flag("headed", "Show the browser.")
        .Value("browser", "NAME", "chromium, firefox or webkit.")
        .Value("executable", "FILE", "A browser to use instead of one that is found.")
        .Value("slow-mo", "MS", "Milliseconds between two actions of the browser.")
        .Value("timeout", "S", "Seconds that a page, a step or an answer may take.")
        .Value("trace", "failures|never", "Which traces of the browser are kept.")
        .Flag("strict", "A recommendation that is not followed fails.")
        .Value("known-failures", "FILE", "What is known to fail, with reason, owner and expiry.")
        .Value("keys", "DIR", "Keep the identity provider's keys there, for a service provider that is configured once by hand.")
        .Flag("no-install", "Never install a browser.")
        .List("flaw", "NAME", "A flaw for the embedded service provider; may be given several times.")
        .Value("seed", "N", "Repeats the identifiers of an earlier run.");

    /// <summary>The command.</summary>
    public Command Create()
    {
        var command = new Command("run", "Plays scenarios against a service provider and reports what it does.") { _wanted, _list, _dryRun, _saveDiscovery, _pause };
        _settings.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var wanted = parsed.GetValue(_wanted) ?? [];
        if (Array.Find(wanted, argument => argument.StartsWith('-')) is { } option)
        {
            await surroundings.Error.WriteLineAsync(
                $"There is no option \"{option}\". {NearestWord.Hint(option, [.. _settings.Names, _list.Name, _dryRun.Name, _saveDiscovery.Name, _pause.Name])}");
            return (int)ExitCode.Usage;
        }

        var preparation = new Preparation(surroundings);
        var layer = _settings.Layer(parsed);
        var isPausing = parsed.GetValue(_pause);
        if (isPausing)
        {
            layer = layer with { ValueOf = key => key == "headed" ? "true" : key == "workers" ? "1" : _settings.Layer(parsed).ValueOf(key) };
        }

        if (preparation.Read(layer, out var exitCode) is not { } suite)
        {
            return (int)exitCode;
        }

        var selection = Selection.Parse(wanted);
        var selected = selection.Choose(suite.Library);
        if (selection.IsStrict)
        {
            suite = suite with { Settings = suite.Settings with { Strict = true } };
        }

        if (selected.Broken.Count > 0)
        {
            preparation.Report([.. selected.Broken.SelectMany(address => suite.Library.BrokenScenarios[address])]);
            return (int)ExitCode.Configuration;
        }

        if (selected.Problems.Count > 0)
        {
            foreach (var problem in selected.Problems)
            {
                await surroundings.Error.WriteLineAsync(problem);
            }

            return (int)ExitCode.Usage;
        }

        if (parsed.GetValue(_list) || parsed.GetValue(_dryRun))
        {
            CaseList.Write(surroundings.Out, suite, selected.Cases, withText: parsed.GetValue(_dryRun));
            return (int)ExitCode.Passed;
        }

        if (ReportDirectory.Prepare(ReportPath(suite), out var trouble) is not { } directory)
        {
            await surroundings.Error.WriteLineAsync(trouble);
            return (int)ExitCode.Configuration;
        }

        return (int)await new RunSession(surroundings, suite, directory, isPausing, parsed.GetValue(_saveDiscovery)).RunAsync(selected.Cases, cancellationToken);
    }

    private string ReportPath(Suite suite) => suite.Settings.Report is { } report
        ? Path.GetFullPath(report, surroundings.WorkingDirectory)
        : Path.Combine(suite.Folders.Root, "artifacts", "report");
}
