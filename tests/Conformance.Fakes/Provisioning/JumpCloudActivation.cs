namespace Conformance.Fakes.Provisioning;

/// <summary>The test that JumpCloud makes before it provisions: what it creates it deletes again. [V]; the order and the values are [M].</summary>
internal sealed class JumpCloudActivation(ScimExchange exchange, JumpCloudDialect dialect, JumpCloudSettings settings, UserLookup lookup)
{
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var values = new List<KeyValuePair<string, string?>>
        {
            new("userName", settings.TestUserEmail),
            new("name.givenName", "JumpCloud"),
            new("name.familyName", "Test"),
            new(ResourcePath.WorkEmail, settings.TestUserEmail),
        };
        var (found, asked) = await lookup.FindAsync(values, cancellationToken);
        if (found is null)
        {
            return Failed("Lookup", asked);
        }

        // One that an earlier activation had to leave behind is taken up again.
        var id = found.Count > 0 ? ResourcePath.Text(ResourcePath.Find(found[0], "id")) : null;
        if (id is null)
        {
            var created = await exchange.SendAsync(HttpMethod.Post, "/Users", dialect.NewUser(values, active: true), null, cancellationToken);
            id = created.IsSuccess ? created.Id : null;
            if (id is null)
            {
                return Failed("Create", created);
            }
        }

        var path = "/Users/" + Uri.EscapeDataString(id);
        var trouble = await ChangeAsync(path, values, cancellationToken);
        if (trouble.Length == 0 && settings.ProvisionsGroups)
        {
            trouble = await GroupAsync(id, cancellationToken);
        }

        return await RemoveAsync(path, cancellationToken) is { Length: > 0 } left && trouble.Length == 0 ? left : trouble;
    }

    private async Task<string> ChangeAsync(string path, List<KeyValuePair<string, string?>> values, CancellationToken cancellationToken)
    {
        values[2] = new("name.familyName", "Updated");
        foreach (var active in new[] { true, false })
        {
            var patch = active ? dialect.Changes([values[2]], _ => true) : [dialect.Activity(false)];
            var answer = settings.UpdateVerb == UpdateVerb.Put
                ? await exchange.SendAsync(HttpMethod.Put, path, dialect.NewUser(values, active), null, cancellationToken)
                : await exchange.SendAsync(HttpMethod.Patch, path, exchange.Patch(patch), null, cancellationToken);
            if (!answer.IsSuccess)
            {
                return Failed("Update", answer);
            }
        }

        return string.Empty;
    }

    private async Task<string> GroupAsync(string member, CancellationToken cancellationToken)
    {
        var created = await exchange.SendAsync(
            HttpMethod.Post, "/Groups", dialect.NewGroup(new SourceGroup("jumpcloud-test-group", settings.TestGroupName, [])), null, cancellationToken);
        if (!created.IsSuccess || created.Id is null)
        {
            return Failed("Create group", created);
        }

        var path = "/Groups/" + Uri.EscapeDataString(created.Id);
        var added = await exchange.SendAsync(HttpMethod.Patch, path, exchange.Patch(dialect.AddMembers([member])), null, cancellationToken);
        var removed = await exchange.SendAsync(HttpMethod.Delete, path, null, null, cancellationToken);
        return !added.IsSuccess ? Failed("Update group", added)
            : removed.IsSuccess || removed.Status is 405 or 501 ? string.Empty
            : Failed("Delete group", removed);
    }

    // [V] where users cannot be deleted, the test user stays, deactivated.
    private async Task<string> RemoveAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await exchange.SendAsync(HttpMethod.Delete, path, null, null, cancellationToken);
        if (answer.IsSuccess || answer.Status is 404 or 405 or 501)
        {
            exchange.Log.Succeed("Test", settings.TestUserEmail);
            return string.Empty;
        }

        return Failed("Delete", answer);
    }

    private string Failed(string action, ScimAnswer answer)
    {
        var why = answer.Status == 0 ? answer.Text : $"HTTP {answer.Status}: {answer.Detail}";
        exchange.Log.Fail(action, settings.TestUserEmail, FailureWords.Code(answer), FailureWords.Attribute(answer, settings.Mapping), why);
        return $"Activation failed: {action} of the test user {settings.TestUserEmail}: {why}";
    }
}
