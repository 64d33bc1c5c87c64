using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Conformance.ReferenceSp;
using Conformance.ReferenceSp.Standalone;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance serve</c>: the reference service provider as a process of its own, an example of a target that the suite does not embed.</summary>
/// <param name="surroundings">What the program has around it.</param>
internal sealed class ServeCommand(Surroundings surroundings)
{
    /// <summary>The command.</summary>
    public Command Create()
    {
        var command = new Command(
            "serve",
            "Serves the reference service provider at http://127.0.0.1:PORT until it is stopped. The environment says PORT and IDP_METADATA (a file), and if wanted "
            + "IDP_METADATA_URL (for /refresh), OTHER_IDP_METADATA (a file, of a second company), SCIM_TOKEN, FLAWS (as --flaw takes them; none), and LISTEN_ON (an address; 127.0.0.1).");
        command.SetAction((_, cancellationToken) => ServeAsync(cancellationToken));
        return command;
    }

    private async Task<int> ServeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var serviceProvider = await StandaloneReference.StartAsync(await OptionsAsync(cancellationToken), surroundings.Clock, cancellationToken);
            await surroundings.Out.WriteLineAsync($"http://127.0.0.1:{serviceProvider.HttpPort.ToString(CultureInfo.InvariantCulture)}/");
            var stopped = new TaskCompletionSource();
            await using var registration = cancellationToken.Register(() => stopped.TrySetResult());
            await stopped.Task;
            return (int)ExitCode.Passed;
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException or CompanyConfigurationException or ArgumentException)
        {
            await surroundings.Error.WriteLineAsync(exception.Message);
            return (int)ExitCode.Configuration;
        }
    }

    private async Task<StandaloneOptions> OptionsAsync(CancellationToken cancellationToken) => new()
    {
        Port = ushort.TryParse(Needed("PORT", "a free port"), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            ? port
            : throw new FormatException("PORT is no port. Write a number from 1 to 65535."),
        Address = Given("LISTEN_ON") is not { } address ? IPAddress.Loopback
            : IPAddress.TryParse(address, out var parsed) ? parsed
            : throw new FormatException($"LISTEN_ON is \"{address}\" and no address. Write one such as 0.0.0.0."),
        IdpMetadataXml = await ReadAsync(Needed("IDP_METADATA", "the path of the identity provider's metadata"), cancellationToken),
        IdpMetadataUrl = Given("IDP_METADATA_URL") is not { } url ? null
            : Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? absolute
            : throw new FormatException($"IDP_METADATA_URL is \"{url}\" and no address. Write one that begins with http:// or https://."),
        OtherIdpMetadataXml = Given("OTHER_IDP_METADATA") is { } other ? await ReadAsync(other, cancellationToken) : null,
        ScimToken = Given("SCIM_TOKEN"),
        Flaws = (Given("FLAWS") ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal),
        Die = Die,
    };

    // By a signal, as a program ends that has lost its way in its own memory; what it says last is for the log.
    private void Die()
    {
        surroundings.Error.WriteLine("The reference service provider ends, as its flaw says.");
        using var own = Process.GetCurrentProcess();
        own.Kill();
    }

    private Task<string> ReadAsync(string path, CancellationToken cancellationToken) =>
        File.ReadAllTextAsync(Path.GetFullPath(path, surroundings.WorkingDirectory), cancellationToken);

    private string Needed(string name, string what) => Given(name) ?? throw new FormatException($"The environment lacks {name}: {what}.");

    private string? Given(string name) => surroundings.Variable(name) is { Length: > 0 } value ? value : null;
}
