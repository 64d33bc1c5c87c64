using System.CommandLine;
using Conformance.Cli.Exporting;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance idp export</c>: what an administrator of the service provider needs to enter by hand.</summary>
/// <param name="surroundings">What the program has around it.</param>
internal sealed class IdpCommand(Surroundings surroundings)
{
    private readonly Option<string?> _out = new("--out") { Description = "Where the files go; artifacts/idp.", HelpName = "DIR" };

    private readonly SettingOptions _settings = new SettingOptions()
        .Value("target", "FILE", "The service provider that it is for: a target file, or the name of one in fixtures/service-providers.")
        .Value("idp", "FILE", "The identity provider: a file, or the name of one in fixtures/identity-providers.")
        .Value("keys", "DIR", "Where its keys are kept; later runs need the same folder.");

    /// <summary>The command.</summary>
    public Command Create()
    {
        var export = new Command("export", "Writes metadata, certificate and a sheet of all values, for a service provider that is configured once by hand.") { _out };
        _settings.AddTo(export);
        export.SetAction(ExportAsync);
        return new Command("idp", "The identity provider that the service provider is tested with.") { export };
    }

    private async Task<int> ExportAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (new Preparation(surroundings).Read(_settings.Layer(parsed), out var exitCode) is not { } suite)
        {
            return (int)exitCode;
        }

        var directory = parsed.GetValue(_out) is { } written
            ? Path.GetFullPath(written, surroundings.WorkingDirectory)
            : Path.Combine(suite.Folders.Root, "artifacts", "idp");

        // A certificate whose key is thrown away would be entered for nothing.
        var keys = suite.Settings.Keys is { } kept ? Path.GetFullPath(kept, surroundings.WorkingDirectory) : Path.Combine(directory, "keys");
        try
        {
            Directory.CreateDirectory(directory);
            var sheet = await new IdpExport(suite, directory, keys, surroundings.Clock).WriteAsync(cancellationToken);
            await surroundings.Out.WriteAsync(sheet);
            return (int)ExitCode.Passed;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await surroundings.Error.WriteLineAsync($"The export cannot go to \"{directory}\": {exception.Message} Name a folder that can be written.");
            return (int)ExitCode.Configuration;
        }
    }
}
