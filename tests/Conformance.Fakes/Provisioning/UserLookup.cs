using System.Globalization;
using System.Text.Json.Nodes;

namespace Conformance.Fakes.Provisioning;

/// <summary>Looks for the server's users that match a person.</summary>
internal sealed class UserLookup(ScimExchange exchange, string matchingAttribute)
{
    /// <summary>All users of the server by their matching attribute, where they have just been listed.</summary>
    public IReadOnlyDictionary<string, JsonObject>? Imported { get; set; }

    /// <summary>Lists all users of the server.</summary>
    public async Task ImportAsync(CancellationToken cancellationToken) =>
        Imported = (await FindAsync("/Users", null, cancellationToken)).Found?
            .GroupBy(user => ResourcePath.Read(user, matchingAttribute) ?? string.Empty, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The users that match; <see langword="null"/> and the answer when the server could not be asked.</summary>
    public async Task<(IReadOnlyList<JsonObject>? Found, ScimAnswer Answer)> FindAsync(
        IReadOnlyList<KeyValuePair<string, string?>> values, CancellationToken cancellationToken, bool anew = false)
    {
        var value = values.FirstOrDefault(candidate => candidate.Key == matchingAttribute).Value ?? string.Empty;
        if (!anew && Imported is { } imported)
        {
            return (imported.TryGetValue(value, out var user) ? [user] : [], new ScimAnswer());
        }

        return await FindAsync("/Users", $"{matchingAttribute} eq \"{Escape(value)}\"", cancellationToken);
    }

    /// <summary>The resources that a filter names, from all pages.</summary>
    public async Task<(IReadOnlyList<JsonObject>? Found, ScimAnswer Answer)> FindAsync(
        string path, string? filter, CancellationToken cancellationToken, params KeyValuePair<string, string>[] more)
    {
        var found = new List<JsonObject>();
        var answer = await exchange.GetAsync(path, filter, cancellationToken, more);
        while (answer.IsSuccess && answer.Body is not null)
        {
            found.AddRange(answer.Resources);

            // Pages may be shorter than asked for, and the total may change meanwhile: the next one begins behind what came.
            if (!exchange.Habits.ReadsAllPages || answer.Resources.Count == 0 || found.Count >= answer.TotalResults)
            {
                return ([.. found.DistinctBy(resource => ResourcePath.Text(ResourcePath.Find(resource, "id")))], answer);
            }

            KeyValuePair<string, string>[] next = [.. more, new("startIndex", (found.Count + 1).ToString(CultureInfo.InvariantCulture))];
            answer = await exchange.GetAsync(path, filter, cancellationToken, next);
        }

        return (null, answer);
    }

    public string Escape(string value) => exchange.Habits.EscapesFilters
        ? value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        : value;
}
