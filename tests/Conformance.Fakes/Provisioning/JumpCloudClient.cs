namespace Conformance.Fakes.Provisioning;

/// <summary>Provisions as JumpCloud's Identity Management does: activated by a test, then at every change.</summary>
public sealed class JumpCloudClient : IProvisioningClient
{
    // JumpCloud sends at once; what failed waits this long. [M]
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMinutes(5);

    private readonly JumpCloudSettings _settings;
    private readonly ScimExchange _exchange;
    private readonly ProvisioningEngine _engine;
    private readonly JumpCloudActivation _activation;
    private readonly TimeProvider _time;

    /// <summary>A client of an application.</summary>
    /// <param name="connection">Base URL and token key.</param>
    /// <param name="settings">What the administrator set.</param>
    /// <param name="time">The clock, which may be virtual.</param>
    public JumpCloudClient(ScimConnection connection, JumpCloudSettings settings, TimeProvider time)
    {
        (_settings, _time, IsActive) = (settings, time, settings.IsActive);
        Log = new ProvisioningLog(time);
        _exchange = new ScimExchange(connection, Log, RetryInterval, time);
        var dialect = new JumpCloudDialect(settings);
        _engine = new ProvisioningEngine(_exchange, dialect, new EngineRules
        {
            Mapping = settings.Mapping,
            MatchingAttribute = "userName",
            Interval = RetryInterval,
            ProvisionsGroups = settings.ProvisionsGroups,
            UpdateVerb = settings.UpdateVerb,
            ClearsAttributes = true,
            ImportsUsers = settings.ImportsUsers,
            RepeatsAdditions = settings.RepeatsAdditions,
        });
        _activation = new JumpCloudActivation(_exchange, dialect, settings, _engine.Lookup);
    }

    /// <inheritdoc/>
    public ProvisioningLog Log { get; }

    /// <inheritdoc/>
    public int RequestsSent => _exchange.Sent;

    /// <inheritdoc/>
    public DateTimeOffset? DueAgain => _engine.DueAgain is { } due ? due > _time.GetUtcNow() ? due : _time.GetUtcNow() : null;

    /// <summary>Whether the page shows the section Group Management. [S] Only after the connection was tested with success.</summary>
    public bool ShowsGroupManagement { get; private set; }

    /// <summary>Whether provisioning is active.</summary>
    public bool IsActive { get; private set; }

    /// <inheritdoc/>
    public async Task<string> TestConnectionAsync(CancellationToken cancellationToken)
    {
        var answer = await _exchange.GetAsync("/Users", $"userName eq \"{_settings.TestUserEmail}\"", cancellationToken);
        ShowsGroupManagement = answer is { IsSuccess: true, Body: not null };
        if (ShowsGroupManagement)
        {
            Log.Succeed("Test", "connection");
            return string.Empty;
        }

        var why = answer.Status == 0 ? answer.Text : $"HTTP {answer.Status}: {answer.Detail}";
        Log.Fail("Test", "connection", FailureWords.Code(answer), string.Empty, why);
        return $"The connection could not be made: {why}";
    }

    /// <summary>Activates provisioning: a test user comes and goes, and with group management a test group. [V] that, [M] the order.</summary>
    /// <returns>Empty when provisioning is active; else what an administrator reads.</returns>
    public async Task<string> ActivateAsync(CancellationToken cancellationToken)
    {
        var trouble = await _activation.RunAsync(cancellationToken);
        IsActive = trouble.Length == 0;
        return trouble;
    }

    /// <inheritdoc/>
    public async Task<bool> RunDueAsync(SourceDirectory directory, CancellationToken cancellationToken)
    {
        if (!IsActive || _time.GetUtcNow() < _exchange.PausedUntil)
        {
            return false;
        }

        await _engine.RunAsync(directory, full: false, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task RunAsync(SourceDirectory directory, bool full, CancellationToken cancellationToken)
    {
        if (IsActive && _time.GetUtcNow() >= _exchange.PausedUntil)
        {
            await _engine.RunAsync(directory, full, cancellationToken);
        }
    }
}
