using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Conformance.Cli.Inspecting;
using Conformance.Player.Settings;
using Conformance.Saml.Messages;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Spec;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance inspect</c>: takes a message apart.</summary>
/// <param name="surroundings">What the program has around it.</param>
internal sealed class InspectCommand(Surroundings surroundings)
{
    private const int LargestInput = 256 * 1024 * 1024;

    private readonly Argument<string> _file = new("file") { Description = "The file, or - for what is piped in.", HelpName = "FILE|-" };
    private readonly Option<string?> _at = new("--at") { Description = "The time to judge by; now, or when a HAR says that it was sent.", HelpName = "TIME" };
    private readonly Option<string?> _certificate = new("--certificate") { Description = "The identity provider's certificate, PEM.", HelpName = "FILE" };
    private readonly Option<string?> _audience = new("--audience") { Description = "The service provider's entity ID.", HelpName = "ENTITY-ID" };
    private readonly Option<string?> _acs = new("--acs") { Description = "Where the service provider takes answers.", HelpName = "URL" };

    /// <summary>The command.</summary>
    public Command Create()
    {
        var command = new Command("inspect", "Decodes a SAML message (base64, a URL, a form, XML, a HAR), and says by which clause a sound service provider would refuse it.")
        {
            _file, _at, _certificate, _audience, _acs,
        };
        command.SetAction(InspectAsync);
        return command;
    }

    private async Task<int> InspectAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (await ReadAsync(parsed.GetRequiredValue(_file), cancellationToken) is not { } text)
        {
            return (int)ExitCode.Usage;
        }

        if (!TryAt(parsed, out var at) || !TryCertificate(parsed, out var certificate))
        {
            return (int)ExitCode.Usage;
        }

        using (certificate)
        {
            var messages = MessageFinder.Find(text, out var problem);
            if (messages.Count == 0)
            {
                await surroundings.Error.WriteLineAsync(problem);
                return (int)ExitCode.Usage;
            }

            var requests = messages.Count > 1 ? new List<string>() : null;
            foreach (var message in messages)
            {
                Write(message, requests, new Expectations
                {
                    At = at ?? message.At ?? surroundings.Clock.GetUtcNow(),
                    Audience = parsed.GetValue(_audience),
                    AcsUrl = parsed.GetValue(_acs),
                    Certificate = certificate,
                    Requests = requests,
                });
            }

            return (int)ExitCode.Passed;
        }
    }

    private void Write(FoundMessage message, List<string>? requests, Expectations expectations)
    {
        var writer = new MessageText(surroundings.Out, Spec(), expectations.At);
        var response = ResponseReader.Read(message.Xml);
        if (response.Root == "AuthnRequest")
        {
            var request = AuthnRequestReader.Read(message.Xml);
            requests?.Add(request.Request.ID ?? string.Empty);
            writer.Write(message, request);
        }
        else
        {
            writer.Write(message, response, SignatureFindings.Of(response, expectations.Certificate), ResponseJudge.Judge(response, expectations));
        }
    }

    private async Task<string?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (file == "-")
        {
            return await surroundings.In.ReadToEndAsync(cancellationToken);
        }

        var path = Path.GetFullPath(file, surroundings.WorkingDirectory);
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestInput })
            {
                await surroundings.Error.WriteLineAsync($"\"{file}\" is larger than {LargestInput / 1024 / 1024} MB. Name a smaller file.");
                return null;
            }

            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await surroundings.Error.WriteLineAsync($"\"{file}\" cannot be read: {exception.Message} Name a file, or - and pipe the message in.");
            return null;
        }
    }

    private bool TryAt(ParseResult parsed, out DateTimeOffset? at)
    {
        at = null;
        if (parsed.GetValue(_at) is not { } text)
        {
            return true;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            at = time;
            return true;
        }

        surroundings.Error.WriteLine($"--at is \"{text}\". Write a time such as 2027-03-31T10:00:00Z.");
        return false;
    }

    private bool TryCertificate(ParseResult parsed, out X509Certificate2? certificate)
    {
        certificate = null;
        if (parsed.GetValue(_certificate) is not { } file)
        {
            return true;
        }

        try
        {
            certificate = X509CertificateLoader.LoadCertificateFromFile(Path.GetFullPath(file, surroundings.WorkingDirectory));
            return true;
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            surroundings.Error.WriteLine($"--certificate is \"{file}\", which is no certificate that can be read: {exception.Message} Name a file in PEM or DER.");
            return false;
        }
    }

    // Without the catalogue the clauses are told by their numbers alone.
    private SpecCatalogue Spec() => SuiteFolders.Find(surroundings.WorkingDirectory, AppContext.BaseDirectory) is { } folders
        ? SpecCatalogue.Load(folders.Spec, new List<ScenarioProblem>())
        : SpecCatalogue.Empty;
}
