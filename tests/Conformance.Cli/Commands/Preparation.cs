using Conformance.Player.Settings;
using Conformance.ReferenceSp;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Cli.Commands;

/// <summary>Reads settings and files for a command, and says everything that is wrong with them.</summary>
/// <param name="surroundings">What the program has around it.</param>
internal sealed class Preparation(Surroundings surroundings)
{
    /// <summary>Reads everything.</summary>
    /// <param name="options">What was written on the command line.</param>
    /// <param name="exitCode">How the program ends when nothing can be done.</param>
    /// <returns><c>null</c> when nothing can be done.</returns>
    public Suite? Read(SettingsLayer options, out ExitCode exitCode)
    {
        if (Folders() is not { } folders)
        {
            exitCode = ExitCode.Configuration;
            return null;
        }

        var wrong = new List<SettingsProblem>();
        var settings = Settings(folders, options, wrong);
        if (wrong.Count > 0)
        {
            exitCode = Report(wrong);
            return null;
        }

        var problems = new List<ScenarioProblem>();
        var suite = SuiteLoader.Load(folders, settings, surroundings.WorkingDirectory, problems);
        if (problems.Count > 0 || suite is null)
        {
            Report(problems);
            exitCode = ExitCode.Configuration;
            return null;
        }

        exitCode = ExitCode.Passed;
        return suite;
    }

    /// <summary>Finds the suite's own files; says so where they are not found.</summary>
    public SuiteFolders? Folders()
    {
        var folders = SuiteFolders.Find(surroundings.WorkingDirectory, AppContext.BaseDirectory);
        if (folders is null)
        {
            surroundings.Error.WriteLine(
                $"Neither \"{surroundings.WorkingDirectory}\" nor a folder above it holds \"scenarios\" and \"fixtures\". Start the program inside the repository.");
        }

        return folders;
    }

    /// <summary>Prints problems of files, one a line.</summary>
    public void Report(IReadOnlyList<ScenarioProblem> problems)
    {
        foreach (var problem in problems)
        {
            surroundings.Error.WriteLine(problem);
        }

        surroundings.Error.WriteLine(problems.Count == 1 ? "1 problem. Nothing was played." : $"{problems.Count} problems. Nothing was played.");
    }

    private SuiteSettings Settings(SuiteFolders folders, SettingsLayer options, List<SettingsProblem> wrong)
    {
        var file = PlaywrightConfig.Read(folders, wrong);
        var settings = SettingsReader.Read([file, SettingsLayer.Environment(surroundings.Variable), options], wrong);
        foreach (var flaw in settings.Flaws.Where(flaw => !Fakes.Provisioning.ClientFlaws.Knows(flaw)))
        {
            try
            {
                Flaws.Find(flaw);
            }
            catch (ArgumentException exception)
            {
                wrong.Add(new SettingsProblem(exception.Message.Replace($" (Parameter '{exception.ParamName}')", string.Empty, StringComparison.Ordinal), IsUsage: true));
            }
        }

        return settings;
    }

    private ExitCode Report(List<SettingsProblem> problems)
    {
        foreach (var problem in problems)
        {
            surroundings.Error.WriteLine(problem.Sentence);
        }

        return problems.TrueForAll(problem => problem.IsUsage) ? ExitCode.Usage : ExitCode.Configuration;
    }
}
