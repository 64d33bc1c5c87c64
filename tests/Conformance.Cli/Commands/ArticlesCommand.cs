using System.CommandLine;
using Conformance.Cli.Output;
using Conformance.Player.Reports.Articles;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance articles</c>: what the set-up articles promise, and what checks it.</summary>
/// <param name="surroundings">What the program has around it.</param>
internal sealed class ArticlesCommand(Surroundings surroundings)
{
    private readonly Option<string?> _output = new("--output") { Description = "The file to write; artifacts/articles.html.", HelpName = "FILE" };

    private readonly SettingOptions _settings = new();

    /// <summary>The command.</summary>
    public Command Create()
    {
        var command = new Command("articles", "Writes a page that lists every promise of the set-up articles with its scenarios and with what turns them red. A run's report holds the same page with verdicts.") { _output };
        _settings.AddTo(command);
        command.SetAction(WriteAsync);
        return command;
    }

    private async Task<int> WriteAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var preparation = new Preparation(surroundings);
        if (preparation.Read(_settings.Layer(parsed), out var exitCode) is not { } suite)
        {
            return (int)exitCode;
        }

        if (suite.Library.Problems.Count > 0)
        {
            preparation.Report([.. suite.Library.Problems]);
            return (int)ExitCode.Configuration;
        }

        var promises = ArticlePromises.Of(suite.Library);
        var path = parsed.GetValue(_output) is { } output
            ? Path.GetFullPath(output, surroundings.WorkingDirectory)
            : Path.Combine(suite.Folders.Root, "artifacts", "articles.html");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, ArticlePage.Write(promises, run: null), cancellationToken);
        var open = promises.Where(promise => promise.IsOpen).Select(promise => promise.Id).ToList();
        await surroundings.Out.WriteLineAsync($"{promises.Count} promises, {open.Count} open{(open.Count > 0 ? $": {string.Join(", ", open)}" : string.Empty)}\n{suite.Folders.Shown(path)}");
        return (int)ExitCode.Passed;
    }
}
