using Conformance.Cli;

namespace Conformance.SelfTests.Cli;

/// <summary>Runs the program inside this process, and keeps what it said.</summary>
internal sealed record CommandLine(int ExitCode, string Out, string Error)
{
    public static async Task<CommandLine> RunAsync(string workingDirectory, string input, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var reader = new StringReader(input);
        var exitCode = await ConformanceProgram.RunAsync(
            arguments, new Surroundings { Out = output, Error = error, In = reader, WorkingDirectory = workingDirectory }, CancellationToken.None);
        return new CommandLine(exitCode, output.ToString(), error.ToString());
    }
}
