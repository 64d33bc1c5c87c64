using System.Text.Json;
using Conformance.Fakes.Provisioning;
using Conformance.SelfTests.Provisioning;
using NUnit.Framework;

namespace Conformance.SelfTests.Snapshots;

/// <summary>What the two provisioning clients say to a SCIM server in the life of a person: hired, renamed, disabled, enabled again, gone.</summary>
[CancelAfter(60_000)]
internal sealed class ProvisioningSnapshotTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Test]
    public async Task What_Entra_says()
    {
        await using var bench = await ProvisioningBench.StartAsync();
        await LiveAsync(bench, bench.Entra());
        await Snapshot.MatchesAsync(Conversation(bench), "txt");
    }

    [Test]
    public async Task What_JumpCloud_says()
    {
        await using var bench = await ProvisioningBench.StartAsync();
        var client = bench.JumpCloud(new JumpCloudSettings());
        await client.ActivateAsync(TestContext.CurrentContext.CancellationToken);
        await LiveAsync(bench, client);
        await Snapshot.MatchesAsync(Conversation(bench), "txt");
    }

    private static async Task LiveAsync(ProvisioningBench bench, IProvisioningClient client)
    {
        var cancellationToken = TestContext.CurrentContext.CancellationToken;
        var hired = bench.Directory;
        await client.RunAsync(hired, full: true, cancellationToken);
        foreach (var later in new[]
        {
            hired.With(ProvisioningBench.Alice with { GivenName = "Alicia", Email = "alicia.archer@contoso.example" }),
            hired.With(ProvisioningBench.Alice with { IsEnabled = false }),
            hired.With(ProvisioningBench.Alice),
            SourceDirectory.Empty,
        })
        {
            await client.RunAsync(later, full: false, cancellationToken);
        }
    }

    private static string Conversation(ProvisioningBench bench) => string.Join('\n', bench.Server.Traffic.Select(request =>
        $"{Uri.UnescapeDataString(request.ToString())}\n{(request.Body is { } body ? body.ToJsonString(Indented) + "\n" : string.Empty)}"));
}
