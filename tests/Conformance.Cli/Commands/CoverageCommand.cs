using System.CommandLine;
using Conformance.Player.Reports.Coverage;
using Conformance.ReferenceSp;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance coverage</c>: what is tested, by what, and what is not.</summary>
/// <param name="surroundings">What the program has around it.</param>
internal sealed class CoverageCommand(Surroundings surroundings)
{
    private readonly SettingOptions _settings = new SettingOptions().Value("report", "DIR", "Where the page goes; artifacts/report.");

    /// <summary>The flaws of the reference service provider, as the table knows them.</summary>
    public static IReadOnlyList<CoverageFlaw> KnownFlaws { get; } =
        [.. Flaws.All.Select(flaw => new CoverageFlaw(flaw.Name, [.. flaw.MeantFor.Select(check => $"check/{check}"), .. flaw.Cves]))];

    /// <summary>The command.</summary>
    public Command Create()
    {
        var command = new Command("coverage", "Writes a page of every requirement: which scenarios test it, which flaws show them to fail, what is not tested and why.");
        _settings.AddTo(command);
        command.SetAction(WriteAsync);
        return command;
    }

    private async Task<int> WriteAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (new Preparation(surroundings).Read(_settings.Layer(parsed), out var exitCode) is not { } suite)
        {
            return (int)exitCode;
        }

        var entries = CoverageTable.Of(suite.Library, KnownFlaws);
        var directory = suite.Settings.Report is { } report
            ? Path.GetFullPath(report, surroundings.WorkingDirectory)
            : Path.Combine(suite.Folders.Root, "artifacts", "report");
        Directory.CreateDirectory(directory);
        var page = Path.Combine(directory, "coverage.html");
        await File.WriteAllTextAsync(page, CoverageHtml.Write(entries), cancellationToken);
        await surroundings.Out.WriteLineAsync(
            $"{entries.Count(entry => entry.IsTested)} of {entries.Count} requirements are tested, {entries.Count(entry => !entry.IsTested && !entry.IsForgotten)} are not and say why, "
            + $"{entries.Count(entry => entry.IsForgotten)} are cited by nothing.");
        await surroundings.Out.WriteLineAsync(suite.Folders.Shown(page));
        return (int)ExitCode.Passed;
    }
}
