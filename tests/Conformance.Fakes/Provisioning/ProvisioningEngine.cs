using System.Collections.Concurrent;

namespace Conformance.Fakes.Provisioning;

/// <summary>One cycle after the other: people, then those who are gone, managers, and groups at the end.</summary>
internal sealed class ProvisioningEngine
{
    private readonly ConcurrentDictionary<string, UserLink> _users = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, GroupLink> _groups = new(StringComparer.Ordinal);
    private readonly EngineRules _rules;
    private readonly ScimExchange _exchange;
    private readonly UserSync _userSync;
    private readonly ManagerSync _managerSync;
    private readonly GroupSync _groupSync;

    public ProvisioningEngine(ScimExchange exchange, IScimDialect dialect, EngineRules rules)
    {
        (_exchange, _rules) = (exchange, rules);
        Lookup = new UserLookup(exchange, rules.MatchingAttribute);
        _userSync = new UserSync(exchange, dialect, rules, Lookup);
        _managerSync = new ManagerSync(exchange, dialect, rules);
        _groupSync = new GroupSync(exchange, dialect, rules, Lookup);
    }

    public UserLookup Lookup { get; }

    /// <summary>The earliest moment at which something is left to be tried again; <see langword="null"/>: nothing is.</summary>
    public DateTimeOffset? DueAgain
    {
        get
        {
            var pending = _users.Values.Select(link => link.Retry).Concat(_groups.Values.Select(link => link.Retry)).Where(retry => retry.IsPending).ToList();
            DateTimeOffset? earliest = pending.Count == 0 ? null : pending.Min(retry => retry.NotBefore);
            return WasHalted || earliest is not null ? Later(earliest ?? _exchange.PausedUntil, _exchange.PausedUntil) : null;
        }
    }

    /// <summary>Whether the last cycle ended before everybody had their turn.</summary>
    public bool WasHalted { get; private set; }

    public async Task RunAsync(SourceDirectory directory, bool full, CancellationToken cancellationToken)
    {
        _exchange.BeginCycle();
        if (_exchange.Habits.NeedsDiscovery && !(await _exchange.GetAsync("/ServiceProviderConfig", null, cancellationToken)).IsSuccess)
        {
            return;
        }

        if (!_exchange.Habits.UsersBeforeGroups)
        {
            await GroupsAsync(directory, id => _users.GetValueOrDefault(id)?.TargetId ?? id, cancellationToken);
        }

        if (_rules.ImportsUsers && _users.IsEmpty)
        {
            await Lookup.ImportAsync(cancellationToken);
        }

        await PeopleAsync(directory, full || !_exchange.Habits.SendsOnlyChanges, cancellationToken);
        Lookup.Imported = null;
        if (!_exchange.Habits.LeavesStrangers)
        {
            await RemoveStrangersAsync(cancellationToken);
        }

        await GoneAsync(directory, cancellationToken);
        if (_rules.SendsManagers)
        {
            foreach (var person in directory.People.Where(person => person.ManagerId is not null && !_exchange.IsHalted))
            {
                await _managerSync.BringAsync(_users.GetValueOrDefault(person.Id), person, _users.GetValueOrDefault(person.ManagerId!)?.TargetId, cancellationToken);
            }
        }

        await GroupsAsync(directory, id => _users.GetValueOrDefault(id)?.TargetId, cancellationToken);
        WasHalted = _exchange.IsHalted;
    }

    private async Task PeopleAsync(SourceDirectory directory, bool full, CancellationToken cancellationToken) =>
        await Parallel.ForEachAsync(
            directory.People,
            new ParallelOptions { MaxDegreeOfParallelism = _exchange.Habits.Parallelism, CancellationToken = cancellationToken },
            async (person, token) =>
            {
                var link = _users.GetOrAdd(person.Id, _ => new UserLink());
                if (!_exchange.IsHalted && link.Retry.IsDue(_exchange.Now))
                {
                    await _userSync.BringAsync(link, person, full, token);
                }
            });

    private async Task GoneAsync(SourceDirectory directory, CancellationToken cancellationToken)
    {
        var there = directory.People.Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, link) in _users.Where(user => !there.Contains(user.Key)).OrderBy(user => user.Key, StringComparer.Ordinal))
        {
            if (!_exchange.IsHalted && link.Retry.IsDue(_exchange.Now) && await _userSync.RemoveAsync(link, cancellationToken))
            {
                _users.TryRemove(id, out _);
            }
        }
    }

    // Only a flawed client does this.
    private async Task RemoveStrangersAsync(CancellationToken cancellationToken)
    {
        var own = _users.Values.Select(link => link.TargetId).ToHashSet(StringComparer.Ordinal);
        var (found, _) = await Lookup.FindAsync("/Users", null, cancellationToken);
        foreach (var id in (found ?? []).Select(user => ResourcePath.Read(user, "id")).Where(id => !own.Contains(id)))
        {
            await _exchange.SendAsync(HttpMethod.Delete, "/Users/" + Uri.EscapeDataString(id!), null, null, cancellationToken);
        }
    }

    private async Task GroupsAsync(SourceDirectory directory, Func<string, string?> targetOf, CancellationToken cancellationToken)
    {
        if (!_rules.ProvisionsGroups)
        {
            return;
        }

        var wanted = directory.Groups.Where(group => group.IsAssigned).ToList();
        foreach (var group in wanted)
        {
            var link = _groups.GetOrAdd(group.Id, _ => new GroupLink());
            if (!_exchange.IsHalted && link.Retry.IsDue(_exchange.Now))
            {
                await _groupSync.BringAsync(link, group, targetOf, cancellationToken);
            }
        }

        foreach (var (id, link) in _groups.Where(known => wanted.TrueForAll(group => group.Id != known.Key)))
        {
            if (!_exchange.IsHalted && link.Retry.IsDue(_exchange.Now) && await _groupSync.RemoveAsync(link, cancellationToken))
            {
                _groups.TryRemove(id, out _);
            }
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
