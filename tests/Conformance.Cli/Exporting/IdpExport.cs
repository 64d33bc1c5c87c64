using Conformance.Fakes.IdentityProvider;
using Conformance.Fakes.Stubs;
using Conformance.Player.Benches;
using Conformance.Player.Settings;
using Conformance.Saml.Forging;

namespace Conformance.Cli.Exporting;

/// <summary>Writes what a service provider's administrator needs of the identity provider.</summary>
/// <param name="suite">What the files say.</param>
/// <param name="directory">Where the files go.</param>
/// <param name="keysDirectory">Where the keys are kept.</param>
/// <param name="clock">The clock.</param>
internal sealed class IdpExport(Suite suite, string directory, string keysDirectory, TimeProvider clock)
{
    // The bench calls the key of its identity provider so.
    private const string KeyName = "idp";

    /// <summary>Writes the files.</summary>
    /// <returns>The sheet.</returns>
    public async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        using var keys = new RunKeys(clock, keysDirectory);
        await using var host = await StubHost.StartAsync(keys.Authority.CertificateFor, clock, cancellationToken: cancellationToken);
        var values = new TargetValues(suite.Target);
        var application = new ServiceProviderApplication
        {
            Name = suite.Target.Name,
            EntityId = values.Of("entity-id") ?? string.Empty,
            AcsUrls = [values.Of("acs") ?? string.Empty],
            NameIdFormat = suite.Target.NameIdFormat,
        };
        var (settings, isMoving) = Placed(values, host.HttpPort);
        using var idp = new FakeIdentityProvider(settings, host, [keys.Rsa(KeyName)], clock, new IdSource(0));
        idp.Register(application);
        var sheet = new IdpSheet(suite, idp, application, values)
        {
            KeysDirectory = suite.Folders.Shown(keysDirectory),
            IsMoving = isMoving,
        }.Text();
        await WriteAsync("idp-metadata.xml", idp.MetadataXml(application));
        await WriteAsync("idp-certificate.pem", idp.CertificatePem);
        await WriteAsync("idp-certificate-bare.txt", idp.CertificateBare + "\n");
        await WriteAsync("idp-sheet.txt", sheet);
        return $"{sheet}\nWritten to {suite.Folders.Shown(directory)}: idp-metadata.xml, idp-certificate.pem, idp-certificate-bare.txt, idp-sheet.txt\n";

        Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(directory, name), text, cancellationToken);
    }

    private (IdentityProviderSettings Settings, bool IsMoving) Placed(TargetValues values, int stubPort) =>
        IdpOrigin.For(suite.Target, values.Of("url") ?? string.Empty, stubPort) is { } origin
            ? (suite.Idp.MovedTo(origin), new Uri(origin).Port == stubPort)
            : (suite.Idp, false);
}
