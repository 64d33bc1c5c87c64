using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Player.Scim;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;
using Conformance.Scim;

namespace Conformance.Player.Playing;

/// <summary>What the provisioning client does, and what it gets back.</summary>
internal static class ScimSteps
{
    public static async Task PlayAsync(Play play, Step step, CancellationToken cancellationToken)
    {
        if (play.Stage.Scim is not { } access)
        {
            play.NotShown(step.Location, "the target takes its users from SCIM", "the target file names no SCIM endpoint (scim: { url, token })");
            return;
        }

        if (access.Offer.Trouble is { } trouble)
        {
            play.NotShown(step.Location, "the SCIM endpoint creates and deletes a usual user", trouble);
            return;
        }

        var client = play.Scim ??= await NewClientAsync(play, access, cancellationToken);
        switch (step)
        {
            case Scenarios.Steps.Scim request:
                await SendAsync(play, client, request, cancellationToken);
                break;
            case ScimPages pages:
                await ScimPaging.WalkAsync(play, client, pages, cancellationToken);
                break;
            default:
                throw new PlayException(step.Location, $"{step.GetType().Name} is no step of a provisioning client");
        }
    }

    /// <summary>The query of a path, each value encoded.</summary>
    public static string Encoded(Play play, MapValue? query) => string.Join('&', query?.Entries.Select(entry =>
        $"{Uri.EscapeDataString(entry.Key.Bind(play.Scope.ValueOf))}={Uri.EscapeDataString(entry.Value is TextValue text ? text.Text.Bind(play.Scope.ValueOf) : "")}") ?? []);

    /// <summary>A client whose names this play can use: <c>${scim.…}</c> and <c>${new.…}</c>.</summary>
    private static async Task<ScimClient> NewClientAsync(Play play, ScimAccess access, CancellationToken cancellationToken)
    {
        var client = new ScimClient(access, await play.Ground.NewDriverAsync(browser: false, cancellationToken), play.Ground.Clock);
        var unique = play.Unique;
        var id = new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(unique()))[..16]).ToString();
        var name = $"new-{unique()}";
        play.Scope.With("scim", new Dictionary<string, string> { ["url"] = access.Url, ["domain"] = access.Domain });
        play.Scope.With("new", new Dictionary<string, string>
        {
            ["id"] = client.Registry.Invent(id),
            ["name"] = name,
            ["user-name"] = $"{name}@{access.Domain}",
        });
        return client;
    }

    private static async Task SendAsync(Play play, ScimClient client, Scenarios.Steps.Scim step, CancellationToken cancellationToken)
    {
        string Bind(Text text) => text.Bind(play.Scope.ValueOf);
        var line = Bind(step.Line).Split(' ', 2);
        var query = Encoded(play, step.Query);
        var separator = line[1].Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var request = new ScimRequest(line[0], query.Length == 0 ? line[1] : $"{line[1]}{separator}{query}")
        {
            Body = BodyOf(play, client.Access, step),
            By = step.By is { } by ? Bind(by) : "own",
            Headers = [.. step.Headers?.Entries.Select(header => KeyValuePair.Create(Bind(header.Key), header.Value is TextValue text ? Bind(text.Text) : "")) ?? []],
            Location = step.Location,
        };
        play.Say(step, step.AtOnce == 1 ? $"sends {request.Method} {request.Path}" : $"sends {request.Method} {request.Path} {step.AtOnce} times at once");
        var replies = await Task.WhenAll(Enumerable.Range(0, step.AtOnce).Select(_ => client.SendAsync(request, cancellationToken)));
        var reply = Array.Find(replies, one => one.IsSuccess) ?? replies[0];
        if (step.As is not null && request.Method == "POST" && reply.IsSuccess && (reply.Id is null || !client.Registry.MayChange(reply.Id)))
        {
            play.Miss(step.Location, "an answer that tells the id of what was created, and describes nothing else", reply.ToString());
            return;
        }

        if (step.As is { } name)
        {
            play.ScimNames[name.Raw] = reply.Id ?? "";
            play.Scope.With(name.Raw, field => Field(reply, field));
        }

        if (step.Unless is { } unless && Declines(Bind(unless), reply))
        {
            play.Findings.Add(new Finding(step.Location, "the server offers this", $"{(Bind(unless) == "one-value-kept" ? "of several values it keeps one" : "it declines")}: {reply}", FindingKind.NotOffered));
        }
        else if (step is { Expect: null } && !reply.IsSuccess && request.Method != "GET")
        {
            play.NotShown(step.Location, "what the check needs can be set up", reply.ToString());
        }
        else if (step.Expect is { } expect && new ScimExpectation(play, client).Mismatch(expect, replies) is { } mismatch)
        {
            var (expected, wrong) = mismatch;
            play.Miss(step.Location, expected, wrong.ToString());
        }
    }

    private static bool Declines(string word, ScimReply reply) => word switch
    {
        "invalidFilter" => reply.Status is 400 or 501,
        "refused" => reply.Status is (>= 400 and < 500) or 501,
        "one-value-kept" => reply.Status == 200 && (reply.Body is not { } body || !ScimJson.Find(body, "emails", out var emails) || emails is not JsonArray { Count: > 1 }),
        _ => false,
    };

    private static string? Field(ScimReply reply, string field) => field switch
    {
        "id" => reply.Id,
        "location" => reply.Hop.ResponseHeader("Location") ?? ScimJson.Text(reply.Body?["meta"] as JsonObject, "location"),
        "etag" => reply.Hop.ResponseHeader("ETag") ?? ScimJson.Text(reply.Body?["meta"] as JsonObject, "version"),
        "status" => reply.Status.ToString(CultureInfo.InvariantCulture),
        _ when field.StartsWith("sent.", StringComparison.Ordinal) => At(reply.Sent, field["sent.".Length..]),
        _ when field.StartsWith("body.", StringComparison.Ordinal) => At(reply.Body, field["body.".Length..]),
        _ => null,
    };

    private static string? At(JsonNode? node, string path)
    {
        foreach (var part in path.Split('.'))
        {
            node = node is JsonArray { Count: > 0 } list ? list[0] : node;
            node = node is JsonObject found && ScimJson.Find(found, part, out var value) ? value : null;
        }

        return node is JsonValue text && text.TryGetValue<string>(out var plain) ? plain : node?.ToJsonString();
    }

    private static string? BodyOf(Play play, ScimAccess access, Scenarios.Steps.Scim step)
    {
        var documents = new ScimDocuments(access, play.Scope, play.Unique);
        var without = step.Without.Select(name => name.Bind(play.Scope.ValueOf)).ToList();
        var body = step switch
        {
            { User: { } user } => documents.User(user, without),
            { Group: { } group } => documents.Group(group, without),
            { Patch: { } patch } => documents.Patch(patch),
            { Body: { } document } => documents.Object(document),
            _ => null,
        };
        return body is null ? step.Raw?.Bind(play.Scope.ValueOf) : ScimJson.Write(body);
    }
}
