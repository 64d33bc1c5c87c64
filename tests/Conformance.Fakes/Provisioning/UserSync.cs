using System.Text.Json.Nodes;

namespace Conformance.Fakes.Provisioning;

/// <summary>Brings one person after the other to the server.</summary>
internal sealed class UserSync(ScimExchange exchange, IScimDialect dialect, EngineRules rules, UserLookup lookup)
{
    private ClientHabits Habits => exchange.Habits;

    /// <summary>Does what one person needs.</summary>
    /// <param name="link">What is known of the person at the server.</param>
    /// <param name="person">The person in the directory.</param>
    /// <param name="full">Whether the server's state is read, to find what was changed there.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task BringAsync(UserLink link, SourcePerson person, bool full, CancellationToken cancellationToken)
    {
        link.Subject = person.UserName;
        var values = rules.Mapping.Of(person, Habits.Text);
        var wanted = IsWanted(person);
        if (link.TargetId is null && !wanted)
        {
            Skip(link, person);
            return;
        }

        if (!values.Any(value => value is { Key: "userName", Value: not null }))
        {
            // The server could not find the person again; nothing is sent.
            Fail(link, "Create", "MandatoryFieldsMissing", "userName", "The source of the attribute is empty.");
            return;
        }

        if (!Habits.RenamesUsers && link.TargetId is not null && link.Pushed.GetValueOrDefault("userName") != Value(values, "userName"))
        {
            link.TargetId = null;
        }

        if (link.TargetId is null)
        {
            await MatchOrCreateAsync(link, person, values, cancellationToken);
        }
        else if (wanted || !link.IsReleased)
        {
            await UpdateAsync(link, values, wanted, full, cancellationToken);
            link.IsReleased = !wanted && rules.ForgetsUnassigned && !IsInScope(person);
        }
    }

    /// <summary>Removes a person whom the directory has deleted for good.</summary>
    public async Task<bool> RemoveAsync(UserLink link, CancellationToken cancellationToken)
    {
        if (link.TargetId is null || link.IsReleased || !Habits.HeedsDeletion)
        {
            return true;
        }

        var answer = await exchange.SendAsync(HttpMethod.Delete, Path(link), null, link.Version, cancellationToken);
        if (answer.Status is 405 or 501 && !Habits.DeactivatesUndeletable)
        {
            return true;
        }

        if (answer.Status is 405 or 501)
        {
            // Whoever cannot be deleted is deactivated instead.
            answer = await exchange.SendAsync(HttpMethod.Patch, Path(link), exchange.Patch([dialect.Activity(false)]), link.Version, cancellationToken);
        }

        return answer.IsSuccess || answer.Status == 404 ? Done(link, "Delete") : Failed(link, "Delete", answer);
    }

    private bool IsInScope(SourcePerson person) => rules.Scope == ProvisioningScope.All || person.IsAssigned || !Habits.HeedsUnassignment;

    private bool IsWanted(SourcePerson person) =>
        (IsInScope(person) || rules.SkipsOutOfScopeDeletions) && ((person.IsEnabled && !person.IsSoftDeleted) || !Habits.Deactivates);

    private async Task MatchOrCreateAsync(UserLink link, SourcePerson person, IReadOnlyList<KeyValuePair<string, string?>> values, CancellationToken cancellationToken)
    {
        if (Habits.LooksUpFirst)
        {
            var (found, answer) = await lookup.FindAsync(values, cancellationToken);
            if (found is null)
            {
                Failed(link, "Lookup", answer);
                return;
            }

            if (found.Count > 1)
            {
                Fail(link, "Lookup", "DuplicateTargetEntries", rules.MatchingAttribute, $"{found.Count} users match.");
                return;
            }

            if (found.Count == 1)
            {
                await LinkAsync(link, found[0], values, cancellationToken);
                return;
            }
        }

        await CreateAsync(link, person, values, cancellationToken);
    }

    private async Task CreateAsync(UserLink link, SourcePerson person, IReadOnlyList<KeyValuePair<string, string?>> values, CancellationToken cancellationToken)
    {
        var body = NewUserBody.Of(dialect.NewUser(values, active: true), person, Habits);
        var answer = await exchange.SendAsync(HttpMethod.Post, "/Users", body, null, cancellationToken);
        for (var repeat = 0; answer.Status == 409 && repeat < Habits.RepeatsAfterConflict; repeat++)
        {
            answer = await exchange.SendAsync(HttpMethod.Post, "/Users", body, null, cancellationToken);
        }

        if (answer.Status == 0 && Habits.RepeatsCreationBlindly)
        {
            body["userName"] = ResourcePath.Text(body["userName"]) + ".2";
            answer = await exchange.SendAsync(HttpMethod.Post, "/Users", body, null, cancellationToken);
        }

        if (answer.IsSuccess || (answer.Status == 0 && Habits.TakesSilenceForSuccess))
        {
            // A server that says nothing of the new user's id is asked for it.
            var id = answer.Id ?? (answer.Status == 0 ? person.Id : ResourcePath.Text((await lookup.FindAsync(values, cancellationToken, anew: true)).Found is [{ } found, ..] ? found["id"] : null));
            Remember(link, values, Habits.KeepsOwnId ? person.Id : id, active: true, answer.Version);
            Done(link, "Create");
        }
        else if (answer.Status == 409 && Habits.RepeatsAfterConflict == 0
            && (await lookup.FindAsync(values, cancellationToken, anew: true)).Found is [var taken])
        {
            await LinkAsync(link, taken, values, cancellationToken);
        }
        else
        {
            Failed(link, "Create", answer);
        }
    }

    // One user matches: it is this person from now on, and gets the directory's values.
    private async Task LinkAsync(UserLink link, JsonObject found, IReadOnlyList<KeyValuePair<string, string?>> values, CancellationToken cancellationToken)
    {
        link.TargetId = ResourcePath.Text(ResourcePath.Find(found, "id"));
        link.Pushed = new Dictionary<string, string?>();
        link.IsActive = ResourcePath.Read(found, "active") is "true";
        await UpdateAsync(link, values, active: true, full: true, cancellationToken);
    }

    private async Task UpdateAsync(UserLink link, IReadOnlyList<KeyValuePair<string, string?>> values, bool active, bool full, CancellationToken cancellationToken)
    {
        if (!Habits.Reactivates && active && !link.IsActive && link.Pushed.Count > 0)
        {
            return;
        }

        JsonObject? existing = null;
        var isNew = link.Pushed.Count == 0;
        var reads = full && (isNew || Habits.CorrectsDrift);
        if (!reads && (!Habits.SendsChanges || UserChanges.Between(link.Pushed, values).Count == 0) && link.IsActive == active)
        {
            return;
        }

        if (reads || (rules.UpdateVerb == UpdateVerb.Put && Habits.ReadsBeforePut))
        {
            var read = await exchange.GetAsync(Path(link), null, cancellationToken);
            if (!read.IsSuccess || read.Body is null)
            {
                LostOrFailed(link, active, read);
                return;
            }

            (existing, link.Version) = (read.Body, read.Version);
            link.IsActive = ResourcePath.Read(existing, "active") is not "false";
            link.Pushed = values.ToDictionary(value => value.Key, value => ResourcePath.Read(existing, value.Key), StringComparer.Ordinal);
        }

        IReadOnlyList<KeyValuePair<string, string?>> changes =
            !Habits.SendsChanges && !isNew ? [] : [.. UserChanges.Between(link.Pushed, values).Where(change => change.Value is not null || Clears())];
        if (changes.Count == 0 && link.IsActive == active)
        {
            Remember(link, values, link.TargetId, active, link.Version);
            link.Retry.Succeeded();
            return;
        }

        var action = link.IsActive && !active ? "Disable" : "Update";
        var answer = rules.UpdateVerb == UpdateVerb.Put
            ? await exchange.SendAsync(HttpMethod.Put, Path(link), UserChanges.Replacement(existing, dialect, values, active, Habits), link.Version, cancellationToken)
            : await exchange.SendAsync(HttpMethod.Patch, Path(link), exchange.Patch(Operations(link, changes, active)), link.Version, cancellationToken);
        if (answer.IsSuccess || (answer.Status == 0 && Habits.TakesSilenceForSuccess))
        {
            Remember(link, values, link.TargetId, active, answer.Version);
            Done(link, action);
        }
        else
        {
            LostOrFailed(link, active, answer);
        }
    }

    private bool Clears() => Habits.ClearsAttributes && rules.ClearsAttributes;

    private IEnumerable<JsonObject> Operations(UserLink link, IReadOnlyList<KeyValuePair<string, string?>> changes, bool active)
    {
        var pushed = link.Pushed;
        return dialect.Changes(changes, path => pushed.GetValueOrDefault(path) is not null)
            .Concat(link.IsActive == active ? [] : [dialect.Activity(active)]);
    }

    private void LostOrFailed(UserLink link, bool active, ScimAnswer answer)
    {
        if (answer.Status != 404)
        {
            Failed(link, "Update", answer);
            return;
        }

        if (!Habits.RecreatesLost)
        {
            link.Retry.Failed(exchange.Now, rules.Interval, triesAgain: false);
            return;
        }

        // The anchor is gone. The next cycle looks for the person again, and creates whoever is not there.
        Failed(link, "Update", answer);
        (link.TargetId, link.Pushed, link.Version, link.IsActive) = (null, new Dictionary<string, string?>(), null, false);
        if (!active)
        {
            link.Retry.Succeeded();
        }
    }

    private static string? Value(IReadOnlyList<KeyValuePair<string, string?>> values, string path) => values.FirstOrDefault(value => value.Key == path).Value;

    private static string Path(UserLink link) => "/Users/" + Uri.EscapeDataString(link.TargetId ?? string.Empty);

    private static void Remember(UserLink link, IReadOnlyList<KeyValuePair<string, string?>> values, string? id, bool active, string? version)
    {
        link.TargetId = id;
        link.Pushed = values.ToDictionary(StringComparer.Ordinal);
        link.IsActive = active;
        link.Version = version;
        link.IsSkippedInLog = false;
    }

    private void Skip(UserLink link, SourcePerson person)
    {
        if (!link.IsSkippedInLog)
        {
            exchange.Log.Skip("Create", person.UserName, "EntrySynchronizationSkipped");
            link.IsSkippedInLog = true;
        }
    }

    private bool Done(UserLink link, string action)
    {
        link.Retry.Succeeded();
        exchange.Log.Succeed(action, link.Subject);
        return true;
    }

    private bool Failed(UserLink link, string action, ScimAnswer answer)
    {
        var (attribute, message) = Habits.KeepsErrorDetail ? (FailureWords.Attribute(answer, rules.Mapping), FailureWords.Message(answer)) : (string.Empty, string.Empty);
        Fail(link, action, FailureWords.Code(answer), attribute, message);
        return false;
    }

    private void Fail(UserLink link, string action, string code, string attribute, string message)
    {
        link.Retry.Failed(exchange.Now, rules.Interval, Habits.RetriesLater);
        exchange.Log.Fail(action, link.Subject, code, attribute, message);
    }
}
