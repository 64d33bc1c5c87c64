using System.Text.Json.Nodes;
using Conformance.Fakes.Provisioning;
using Conformance.Fakes.ScimServer;
using Conformance.Player.Playing;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Provisioning;

/// <summary>Carries out what a scenario says of the SCIM server that a client meets.</summary>
internal static class ServerWords
{
    private static readonly ScimFaultKind[] Chaos =
        [ScimFaultKind.Error, ScimFaultKind.LostAnswer, ScimFaultKind.Reset, ScimFaultKind.CutAnswer, ScimFaultKind.BadGateway, ScimFaultKind.Unavailable];

    /// <summary>The misbehaviour of that name; <c>null</c>: the word means something else.</summary>
    public static ScimFaultKind? Fault(string word) => word switch
    {
        "unauthorized" => ScimFaultKind.Unauthorized,
        "conflict" => ScimFaultKind.Conflict,
        "throttled" => ScimFaultKind.Throttled,
        "throttled-until" => ScimFaultKind.ThrottledUntil,
        "unavailable" => ScimFaultKind.Unavailable,
        "error" => ScimFaultKind.Error,
        "bad-gateway" => ScimFaultKind.BadGateway,
        "lost-answer" => ScimFaultKind.LostAnswer,
        "reset" => ScimFaultKind.Reset,
        "cut-answer" => ScimFaultKind.CutAnswer,
        "silence" => ScimFaultKind.Silence,
        "slow" => ScimFaultKind.Slow,
        "invalid" => ScimFaultKind.Invalid,
        "redirect" => ScimFaultKind.Redirect,
        _ => null,
    };

    public static void Do(Play play, ProvisioningGround ground, ScimServerIs step)
    {
        var server = ground.Server ?? throw new PlayException(step.Location, "the client meets the target here, which nobody can make misbehave");
        var word = step.Word.Bind(play.Scope.ValueOf);
        play.Say(step, $"the SCIM server: {word}{(step.Person is { } role ? $" {role.Raw}" : string.Empty)}{(step.On is { } on ? $" on {on.Bind(play.Scope.ValueOf)}" : string.Empty)}");
        if (word == "chaos")
        {
            // Each misbehaviour for a while, with requests between that go well.
            var random = new Random(play.Case.Address.Length + step.Times);
            for (var i = 0; i < step.Times; i++)
            {
                Arm(play, server, step, Chaos[random.Next(Chaos.Length)], 1);
            }

            return;
        }

        if (Fault(word) is { } kind)
        {
            Arm(play, server, step, kind, step.Times);
            return;
        }

        if (word == "untrusted")
        {
            ground.IsUntrusted = true;
            return;
        }

        if (step.Person is { } person)
        {
            Meddle(play, ground, step, word, DirectoryEdits.InDirectory(play, ground, person) ?? DirectoryEdits.Fixture(play, ground, person));
            return;
        }

        var traits = server.Traits;
        server.Traits = word switch
        {
            "no-patch" => traits with { Patches = false },
            "no-delete" => traits with { Deletes = false },
            "no-discovery" => traits with { Describes = false },
            "versions" => traits with { Versions = true },
            "small-pages" => traits with { PageSize = 2 },
            "stale-totals" => traits with { TellsStaleTotals = true },
            "plain-json" => traits with { MediaType = "application/json" },
            "no-content" => traits with { ChangeStatus = 204 },
            "empty-creation" => traits with { ReturnsCreated = false },
            "unknown-attributes" => traits with { AddsUnknownAttributes = true },
            "other-case" => traits with { WritesOtherCase = true },
            _ => throw new PlayException(step.Location, $"the SCIM server cannot be \"{word}\""),
        };
    }

    private static void Arm(Play play, FakeScimServer server, ScimServerIs step, ScimFaultKind kind, int times)
    {
        var on = step.On?.Bind(play.Scope.ValueOf).Split(' ', 2) ?? ["any"];
        server.Arm(new ScimFault
        {
            Kind = kind,
            Method = on[0] == "any" ? null : on[0],
            Path = on is [_, var path] ? path : "/",
            Times = times,
            Wait = step.Wait ?? TimeSpan.FromSeconds(2),
            Detail = step.Detail?.Bind(play.Scope.ValueOf) ?? string.Empty,
        });
    }

    private static void Meddle(Play play, ProvisioningGround ground, ScimServerIs step, string word, SourcePerson person)
    {
        if (word == "has" && ground.Directory.Person(person.Id) is null)
        {
            ground.Strangers.Add(person.UserName);
        }

        ground.Server!.Meddle(person.UserName, word == "loses" ? null : user =>
        {
            user["userName"] ??= person.UserName;
            foreach (var (path, value) in step.Set?.Entries ?? [])
            {
                var text = ((TextValue)value).Text.Bind(play.Scope.ValueOf);
                Put(user, path.Bind(play.Scope.ValueOf), text is "true" or "false" ? JsonValue.Create(text == "true") : JsonValue.Create(text));
            }
        });
    }

    private static void Put(JsonObject user, string path, JsonNode? value)
    {
        var parts = path.StartsWith("urn:", StringComparison.Ordinal) ? [path[..path.LastIndexOf(':')], path[(path.LastIndexOf(':') + 1)..]] : path.Split('.', 2);
        if (parts.Length == 1)
        {
            user[path] = value;
            return;
        }

        if (user[parts[0]] is not JsonObject inner)
        {
            user[parts[0]] = inner = [];
        }

        inner[parts[1]] = value;
    }
}
