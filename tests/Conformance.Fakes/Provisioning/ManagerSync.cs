namespace Conformance.Fakes.Provisioning;

/// <summary>Names managers once both people are there. [V] of Entra ID: a second pass, with a lookup before the change.</summary>
internal sealed class ManagerSync(ScimExchange exchange, IScimDialect dialect, EngineRules rules)
{
    public async Task BringAsync(UserLink? link, SourcePerson person, string? managerId, CancellationToken cancellationToken)
    {
        if (link?.TargetId is null || !link.IsActive || managerId is null || link.ManagerId == managerId || !link.Retry.IsDue(exchange.Now))
        {
            return;
        }

        var asked = await exchange.GetAsync("/Users", $"id eq \"{link.TargetId}\" and manager eq \"{managerId}\"", cancellationToken);
        if (asked is { IsSuccess: true, TotalResults: > 0 })
        {
            link.ManagerId = managerId;
            return;
        }

        var answer = await exchange.SendAsync(
            HttpMethod.Patch, "/Users/" + Uri.EscapeDataString(link.TargetId), exchange.Patch([dialect.Manager(managerId)]), null, cancellationToken);
        if (answer.IsSuccess)
        {
            link.ManagerId = managerId;
            exchange.Log.Succeed("Update", person.UserName);
        }
        else
        {
            link.Retry.Failed(exchange.Now, rules.Interval, exchange.Habits.RetriesLater);
            exchange.Log.Fail("Update", person.UserName, FailureWords.Code(answer), "manager", exchange.Habits.KeepsErrorDetail ? FailureWords.Message(answer) : string.Empty);
        }
    }
}
