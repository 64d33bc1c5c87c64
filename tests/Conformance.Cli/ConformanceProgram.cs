using System.CommandLine;
using System.Text;
using Conformance.Cli.Commands;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Cli;

/// <summary>The <c>conformance</c> command.</summary>
public static class ConformanceProgram
{
    /// <summary>How the program ends when somebody stops it, as shells know it.</summary>
    public const int Stopped = 130;

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="surroundings">What the program has around it.</param>
    /// <param name="cancellationToken">Ends it in order.</param>
    /// <returns>The exit code: <see cref="ExitCode"/>, or <see cref="Stopped"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Surroundings surroundings, CancellationToken cancellationToken)
    {
        if (surroundings.IsTerminal)
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        var root = new RootCommand("Checks whether a service provider signs the right person in by SAML single sign-on, and refuses everybody else.")
        {
            new RunCommand(surroundings).Create(),
            new CheckCommand(surroundings).Create(),
            new CoverageCommand(surroundings).Create(),
            new InspectCommand(surroundings).Create(),
            new IdpCommand(surroundings).Create(),
            new ArticlesCommand(surroundings).Create(),
            new ServeCommand(surroundings).Create(),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await surroundings.Error.WriteLineAsync(error.Message);
            }

            await surroundings.Error.WriteLineAsync($"\"{parsed.CommandResult.CommandPath()} --help\" shows what can be written.");
            return (int)ExitCode.Usage;
        }

        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = surroundings.Out,
                Error = surroundings.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await surroundings.Error.WriteLineAsync("Stopped. Targets and browsers have been ended; there is no report.");
            return Stopped;
        }
        catch (UnboundVariableException exception)
        {
            await surroundings.Error.WriteLineAsync(exception.Message);
            return (int)ExitCode.Configuration;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever breaks here is a fault of the suite: it is said to be one, and never reads as a verdict.
            await surroundings.Error.WriteLineAsync($"The suite itself failed. Report this with what follows:\n{exception}");
            return (int)ExitCode.Inconclusive;
        }
    }

    private static string CommandPath(this System.CommandLine.Parsing.CommandResult result) =>
        result.Parent is System.CommandLine.Parsing.CommandResult parent ? $"{parent.CommandPath()} {result.Command.Name}" : "conformance";
}
