using System.Text.Json.Nodes;

namespace Conformance.Fakes.Provisioning;

/// <summary>Brings groups and their members to the server.</summary>
internal sealed class GroupSync(ScimExchange exchange, IScimDialect dialect, EngineRules rules, UserLookup lookup)
{
    // [V] Entra ID asks for groups without their members; nobody is hurt by that.
    private static readonly KeyValuePair<string, string> WithoutMembers = new("excludedAttributes", "members");

    private ClientHabits Habits => exchange.Habits;

    /// <summary>Does what one group needs.</summary>
    /// <param name="link">What is known of it at the server.</param>
    /// <param name="group">The group in the directory.</param>
    /// <param name="targetOf">The server's identifier of a person; <see langword="null"/> while there is none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task BringAsync(GroupLink link, SourceGroup group, Func<string, string?> targetOf, CancellationToken cancellationToken)
    {
        if (link.TargetId is not null && link.DisplayName != group.DisplayName && !Habits.RenamesGroups)
        {
            link.TargetId = null;
            link.Members.Clear();
        }

        if (link.TargetId is null && !await MatchOrCreateAsync(link, group, cancellationToken))
        {
            return;
        }

        if (link.DisplayName != group.DisplayName)
        {
            if (!await PatchAsync(link, group, "Update", [dialect.Rename(group.DisplayName)], cancellationToken))
            {
                return;
            }

            link.DisplayName = group.DisplayName;
        }

        var members = group.MemberIds.Take(Habits.MostMembers).Select(targetOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (!members.SetEquals(link.Members))
        {
            await ChangeMembersAsync(link, group, members, cancellationToken);
        }
    }

    /// <summary>Removes a group that the directory has deleted.</summary>
    public async Task<bool> RemoveAsync(GroupLink link, CancellationToken cancellationToken)
    {
        if (link.TargetId is null || !Habits.HeedsDeletion)
        {
            return true;
        }

        var answer = await exchange.SendAsync(HttpMethod.Delete, Path(link), null, null, cancellationToken);
        return answer.IsSuccess || answer.Status == 404 || Failed(link, "Delete", answer);
    }

    private async Task<bool> MatchOrCreateAsync(GroupLink link, SourceGroup group, CancellationToken cancellationToken)
    {
        var (found, asked) = await lookup.FindAsync("/Groups", $"displayName eq \"{lookup.Escape(group.DisplayName)}\"", cancellationToken, WithoutMembers);
        if (found is null)
        {
            return Failed(link, "Lookup", asked);
        }

        link.DisplayName = group.DisplayName;
        if (found is [var only])
        {
            link.TargetId = ResourcePath.Text(ResourcePath.Find(only, "id"));
            return true;
        }

        var answer = await exchange.SendAsync(HttpMethod.Post, "/Groups", dialect.NewGroup(group), null, cancellationToken);
        if (!answer.IsSuccess)
        {
            return Failed(link, "Create", answer);
        }

        link.TargetId = answer.Id;
        if (link.TargetId is null)
        {
            // The server says nothing of the new group's id; it is asked for it in the next cycle.
            link.Retry.Failed(exchange.Now, rules.Interval, Habits.RetriesLater);
            return false;
        }

        exchange.Log.Succeed("Create", group.DisplayName);
        return true;
    }

    private async Task ChangeMembersAsync(GroupLink link, SourceGroup group, HashSet<string> members, CancellationToken cancellationToken)
    {
        if (!Habits.SendsMembersAsDelta)
        {
            var all = new JsonObject
            {
                ["op"] = "replace",
                ["path"] = "members",
                ["value"] = new JsonArray([.. members.Select(id => (JsonNode)new JsonObject { ["value"] = id })]),
            };
            if (await PatchAsync(link, group, "Update", [all], cancellationToken))
            {
                link.Members.Clear();
                link.Members.UnionWith(members);
            }

            return;
        }

        var removed = link.Members.Except(members).Order(StringComparer.Ordinal).ToList();
        foreach (var part in removed.Chunk(Habits.MembersPerRequest))
        {
            JsonObject[] everybody = [new JsonObject { ["op"] = "remove", ["path"] = "members" }];
            if (!await PatchAsync(link, group, "Update", Habits.RemovesMembersByFilter ? dialect.RemoveMembers(part) : everybody, cancellationToken))
            {
                return;
            }

            link.Members.ExceptWith(part);
        }

        var added = (rules.RepeatsAdditions ? members : members.Except(link.Members)).Order(StringComparer.Ordinal).ToList();
        foreach (var part in added.Chunk(Habits.MembersPerRequest))
        {
            if (!await PatchAsync(link, group, "Update", dialect.AddMembers(part), cancellationToken))
            {
                return;
            }

            link.Members.UnionWith(part);
        }
    }

    private async Task<bool> PatchAsync(GroupLink link, SourceGroup group, string action, IEnumerable<JsonObject> operations, CancellationToken cancellationToken)
    {
        var answer = await exchange.SendAsync(HttpMethod.Patch, Path(link), exchange.Patch(operations), null, cancellationToken);
        if (!answer.IsSuccess)
        {
            if (answer.Status == 404)
            {
                link.TargetId = null;
                link.Members.Clear();
            }

            return Failed(link, action, answer);
        }

        link.Retry.Succeeded();
        exchange.Log.Succeed(action, group.DisplayName);
        return true;
    }

    private static string Path(GroupLink link) => "/Groups/" + Uri.EscapeDataString(link.TargetId ?? string.Empty);

    private bool Failed(GroupLink link, string action, ScimAnswer answer)
    {
        link.Retry.Failed(exchange.Now, rules.Interval, Habits.RetriesLater);
        exchange.Log.Fail(action, link.DisplayName, FailureWords.Code(answer), string.Empty, Habits.KeepsErrorDetail ? FailureWords.Message(answer) : string.Empty);
        return false;
    }
}
