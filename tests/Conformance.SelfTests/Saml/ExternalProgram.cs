using System.Diagnostics;
using NUnit.Framework;

namespace Conformance.SelfTests.Saml;

/// <summary>Programs of other people that judge what we write; a test without them is skipped and says so.</summary>
internal static class ExternalProgram
{
    public static (int ExitCode, string Output, string Error) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(program)!, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    public static void Require(string program)
    {
        if (Find(program) is null)
        {
            Assert.Ignore($"The program '{program}' is not installed.");
        }
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Select(directory => Path.Combine(directory, program)).FirstOrDefault(File.Exists);
}
