namespace Conformance.Fakes.Provisioning;

/// <summary>Provisions as Microsoft Entra ID does: cycles every forty minutes, quarantine, a log with codes.</summary>
public sealed class EntraClient : IProvisioningClient
{
    private readonly EntraSettings _settings;
    private readonly ScimExchange _exchange;
    private readonly ProvisioningEngine _engine;
    private readonly TimeProvider _time;
    private DateTimeOffset? _lastCycle;
    private DateTimeOffset? _inQuarantineSince;
    private int _quarantineCycles;
    private bool _wasInitial;

    /// <summary>A client of an enterprise application.</summary>
    /// <param name="connection">Tenant URL and secret token.</param>
    /// <param name="settings">What the administrator set.</param>
    /// <param name="time">The clock, which may be virtual.</param>
    public EntraClient(ScimConnection connection, EntraSettings settings, TimeProvider time)
    {
        (_settings, _time, IsOn) = (settings, time, settings.IsOn);
        Log = new ProvisioningLog(time);
        _exchange = new ScimExchange(connection, Log, settings.Interval, time);
        _engine = new ProvisioningEngine(_exchange, new EntraDialect(settings), new EngineRules
        {
            Mapping = settings.Mapping,
            MatchingAttribute = settings.MatchingAttribute,
            Interval = settings.Interval,
            Scope = settings.Scope,
            ProvisionsGroups = settings.ProvisionsGroups,
            SkipsOutOfScopeDeletions = settings.SkipsOutOfScopeDeletions,
            ForgetsUnassigned = true,
            SendsManagers = true,
            ClearsAttributes = settings.ClearsAttributes,
        });
    }

    /// <inheritdoc/>
    public ProvisioningLog Log { get; }

    /// <inheritdoc/>
    public int RequestsSent => _exchange.Sent;

    /// <summary>Provisioning Status: whether anything is sent but tests of the connection.</summary>
    public bool IsOn { get; set; }

    /// <summary>Why the job is in quarantine, in Entra's own word; empty when it is not.</summary>
    public string Quarantine { get; private set; } = string.Empty;

    /// <summary>Whether the job was switched off after too long a quarantine.</summary>
    public bool IsDisabled { get; private set; }

    /// <summary>When the next cycle begins.</summary>
    public DateTimeOffset NextCycle => _lastCycle is not { } last ? _time.GetUtcNow() : last + Wait;

    /// <inheritdoc/>
    public DateTimeOffset? DueAgain => IsDisabled ? null
        : Quarantine.Length > 0 ? NextCycle
        : _engine.DueAgain is { } due ? (due > NextCycle ? due : NextCycle)
        : null;

    private TimeSpan Wait => Quarantine.Length == 0
        ? _settings.Interval
        : _settings.QuarantineWaits[Math.Min(_quarantineCycles, _settings.QuarantineWaits.Count) - 1];

    /// <inheritdoc/>
    public async Task<string> TestConnectionAsync(CancellationToken cancellationToken)
    {
        // [V] a random value that nobody has: the right answer is an empty list and not 404.
        var random = Guid.NewGuid().ToString();
        foreach (var path in _settings.TestsGroups ? (string[])["/Users", "/Groups"] : ["/Users"])
        {
            var attribute = path == "/Users" ? _settings.MatchingAttribute : "displayName";
            var answer = await _exchange.GetAsync(path, $"{attribute} eq \"{random}\"", cancellationToken);
            if (!answer.IsSuccess || answer.Body is null || answer.TotalResults != 0)
            {
                var why = answer.Status == 0 ? answer.Text : $"HTTP {answer.Status}: {answer.Detail}";
                Log.Fail("Test", path, FailureWords.Code(answer), string.Empty, why);
                return $"You appear to have entered invalid credentials or an address that is no SCIM server: {why}";
            }
        }

        Log.Succeed("Test", "connection");
        return string.Empty;
    }

    /// <inheritdoc/>
    public async Task<bool> RunDueAsync(SourceDirectory directory, CancellationToken cancellationToken)
    {
        if (!IsOn || IsDisabled || (_lastCycle is not null && _time.GetUtcNow() < NextCycle))
        {
            return false;
        }

        await RunAsync(directory, full: !_wasInitial, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task RunAsync(SourceDirectory directory, bool full, CancellationToken cancellationToken)
    {
        if (!IsOn || IsDisabled)
        {
            return;
        }

        _lastCycle = _time.GetUtcNow();
        await _engine.RunAsync(directory, full || !_wasInitial, cancellationToken);
        _wasInitial |= !_engine.WasHalted;
        EnterOrLeaveQuarantine();
    }

    private void EnterOrLeaveQuarantine()
    {
        if (!_exchange.IsUnauthorized)
        {
            (Quarantine, _quarantineCycles, _inQuarantineSince) = (string.Empty, 0, null);
            return;
        }

        // [V] a refused token: EncounteredQuarantineException.
        Quarantine = "EncounteredQuarantineException";
        _quarantineCycles++;
        _inQuarantineSince ??= _time.GetUtcNow();
        IsDisabled = _time.GetUtcNow() - _inQuarantineSince >= _settings.QuarantineLimit;
    }
}
