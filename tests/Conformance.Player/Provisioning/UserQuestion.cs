using System.Text;
using Conformance.Player.Drivers;
using Conformance.Scim;

namespace Conformance.Player.Provisioning;

/// <summary>Asks a SCIM server for the users of a name, with the key of its client.</summary>
internal static class UserQuestion
{
    public static async Task<FoundUsers> AskAsync(IDriver driver, ClientSettings settings, string userName, CancellationToken cancellationToken)
    {
        var filter = Uri.EscapeDataString($"userName eq \"{userName.Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        var address = $"{settings.Url!.Split('?')[0].TrimEnd('/')}/Users?filter={filter}";
        var hop = await driver.RequestAsync(new RawRequest("GET", address, [new("Authorization", $"Bearer {settings.Token}")], null), cancellationToken);

        // Half an answer shows nothing about who is there.
        if (hop.Trouble is { } trouble)
        {
            return new FoundUsers([], $"to the question for users of that name {trouble}");
        }

        return hop.Status is (>= 200 and < 300) or 404
            ? new FoundUsers(ListResponse.TryRead(ScimJson.TryParseObject(Encoding.UTF8.GetString(hop.ResponseBody)))?.Resources ?? [])
            : new FoundUsers([], $"it answers the question for users of that name with {hop.Status}");
    }
}
