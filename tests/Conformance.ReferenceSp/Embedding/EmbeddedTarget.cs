using Conformance.Player.Targets;
using Conformance.Scenarios.Words;

namespace Conformance.ReferenceSp.Embedding;

/// <summary>A running reference service provider, as the player sees it.</summary>
internal sealed class EmbeddedTarget(ReferenceServiceProvider serviceProvider) : IRunningTarget
{
    private readonly Dictionary<string, int> _ports = serviceProvider.Hosts.ToDictionary(host => host, _ => serviceProvider.TlsPort);

    public IReadOnlyList<KeyValuePair<string, int>> Hosts => [.. _ports];

    public IReadOnlyList<int> LoopbackPorts => [];

    public Task ResetAsync(CancellationToken cancellationToken)
    {
        serviceProvider.Reset();
        return Task.CompletedTask;
    }

    public Task PrepareAsync(string dress, string domain, string state, CancellationToken cancellationToken)
    {
        serviceProvider.Reset();
        var product = Enum.Parse<Dress>(dress, ignoreCase: true);
        if (state != CompanyStates.SetUp && serviceProvider.ConfigurationOf(product, domain) is { } company)
        {
            serviceProvider.Configure(state switch
            {
                CompanyStates.New => company.WithoutIdentityProvider,
                CompanyStates.NotActivated => company with { SsoActivated = false },
                CompanyStates.LowerPlan => company.WithoutIdentityProvider with { OffersSingleSignOn = false },
                CompanyStates.Enforced => company with { PasswordLoginAllowed = false },
                _ => throw new ArgumentException($"There is no state \"{state}\" of a company.", nameof(state)),
            });
        }

        return Task.CompletedTask;
    }

    public Task<bool> RestartAsync(CancellationToken cancellationToken)
    {
        serviceProvider.Restart();
        return Task.FromResult(true);
    }

    public ValueTask DisposeAsync() => serviceProvider.DisposeAsync();
}
