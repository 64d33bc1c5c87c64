using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Player.Scim;
using Conformance.Scenarios.Model;
using Conformance.Scim;

namespace Conformance.Player.Playing;

/// <summary>Whether the answer to a SCIM request is what a scenario expects.</summary>
internal sealed class ScimExpectation(Play play, ScimClient client)
{
    private readonly ValueMatcher _matcher = new(play.Scope, play.Ground.Clock);

    /// <summary>What was expected and the answer that is not so; <c>null</c> when all are.</summary>
    public (string Expected, ScimReply Reply)? Mismatch(MapValue expect, IReadOnlyList<ScimReply> replies)
    {
        if (replies.FirstOrDefault(reply => reply.Status == 0) is { } silent)
        {
            return ("an answer", silent);
        }

        foreach (var (key, value) in expect.Entries)
        {
            if (key.Raw is "exactly-one" or "others")
            {
                if (Counted(key.Raw, Text(value), expect, replies) is { } counted)
                {
                    return counted;
                }

                continue;
            }

            foreach (var reply in replies)
            {
                if (Mismatch(key.Raw, value, reply) is { } mismatch)
                {
                    return (mismatch, reply);
                }
            }
        }

        return null;
    }

    private string? Mismatch(string key, Value expected, ScimReply reply) => key switch
    {
        "status" => _matcher.Mismatch(expected, reply.Status.ToString(CultureInfo.InvariantCulture)) is { } wrong ? $"the status {wrong}" : null,
        "headers" when expected is MapValue map => map.Entries
            .Select(header => Header(Bind(header.Key), header.Value, reply))
            .FirstOrDefault(wrong => wrong is not null),
        "body" => new JsonExpectation(_matcher, play.Scope).Mismatch(expected, reply.Body) is { } wrong ? $"{wrong}" : null,
        "error" => Error(expected, reply),
        "resource" => Resource(Text(expected), reply),
        "list" => reply.List is not null ? null : "a ListResponse",
        "finds" when expected is ListValue names => Finds(names, reply),
        _ => throw new PlayException(expected.Location, $"an answer has no \"{key}\""),
    };

    // The excerpt of the answer shows its body; what the header holds is said here.
    private string? Header(string name, Value expected, ScimReply reply)
    {
        var actual = reply.Hop.ResponseHeader(name);
        return _matcher.Mismatch(expected, actual) is { } wrong ? $"the header {name} to be {wrong}, {(actual is null ? "which is absent" : $"not \"{actual}\"")}" : null;
    }

    private (string Expected, ScimReply Reply)? Counted(string key, string status, MapValue expect, IReadOnlyList<ScimReply> replies)
    {
        bool Has(ScimReply reply, string wanted) => reply.Status.ToString(CultureInfo.InvariantCulture) == wanted;
        if (key == "exactly-one")
        {
            return replies.Count(reply => Has(reply, status)) == 1
                ? null
                : ($"exactly one of {replies.Count} answers to have the status {status}, not {replies.Count(reply => Has(reply, status))}", replies.LastOrDefault(reply => Has(reply, status)) ?? replies[0]);
        }

        var one = expect["exactly-one"] is { } first ? Text(first) : "";
        return replies.FirstOrDefault(reply => !Has(reply, one) && !Has(reply, status)) is { } other ? ($"the status {status} for the others", other) : null;
    }

    private string? Error(Value expected, ScimReply reply)
    {
        if (reply.Error is not { } error)
        {
            return $"a SCIM error ({ScimUrns.Error}) whose \"status\" is \"{reply.Status}\"";
        }

        if (error.Status != reply.Status)
        {
            return $"the error's \"status\" to be \"{reply.Status}\", as the answer's own";
        }

        return expected is TextValue { Text.Raw: "any" } || _matcher.Mismatch(expected, error.ScimType) is not { } wrong ? null : $"the scimType {wrong}";
    }

    private static string? Resource(string kind, ScimReply reply)
    {
        var (urn, type) = kind == "user" ? (ScimUrns.User, "User") : (ScimUrns.Group, "Group");
        if (reply.Body is not { } body)
        {
            return $"a JSON object that describes a {kind}";
        }

        var schemas = body["schemas"] as JsonArray;
        if (schemas?.Any(schema => string.Equals(schema?.ToString(), urn, StringComparison.OrdinalIgnoreCase)) != true)
        {
            return $"\"schemas\" to hold {urn}";
        }

        if (string.IsNullOrEmpty(reply.Id))
        {
            return "\"id\" to be a text that is not empty";
        }

        return body["meta"] is not JsonObject meta ? "\"meta\""
            : ScimJson.Text(meta, "resourceType") != type ? $"\"meta.resourceType\" to be \"{type}\""
            : ScimJson.Text(meta, "location") is null ? "\"meta.location\""
            : null;
    }

    private string? Finds(ListValue names, ScimReply reply)
    {
        if (reply.List is not { } list)
        {
            return "a ListResponse";
        }

        var found = list.Resources.Select(resource => ScimJson.Text(resource, "id") ?? "").ToList();
        var wanted = names.Items.Select(Text).ToDictionary(name => name, name => play.ScimNames.GetValueOrDefault(name, ""));
        if (wanted.Where(name => !found.Contains(name.Value)).Select(name => name.Key).FirstOrDefault() is { } missing)
        {
            return $"\"{missing}\" ({wanted[missing]}) to be found";
        }

        if (found.GroupBy(id => id).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return $"{twice.Key} to be found once, not {twice.Count()} times";
        }

        // Others may well have made users that meet the condition; of our own, only those that do may be there.
        return client.Registry.Created.Select(created => created.Id).FirstOrDefault(id => found.Contains(id) && !wanted.ContainsValue(id)) is { } tooMany
            ? $"{play.ScimNames.FirstOrDefault(name => name.Value == tooMany).Key ?? tooMany} ({tooMany}) not to be found"
            : null;
    }

    private string Bind(Text text) => text.Bind(play.Scope.ValueOf);

    private string Text(Value value) => value is TextValue text ? Bind(text.Text) : value.ToString() ?? "";
}
