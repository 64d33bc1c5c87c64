using Conformance.Scim;
using Conformance.Scim.Schemas;

namespace Conformance.ReferenceSp.Scim;

/// <summary>Answers SCIM requests: the paths and methods of RFC 7644 3.2.</summary>
internal sealed class ScimService(ScimStore store, ScimBlueprint blueprint)
{
    private const string AllOfOne = "GET, PUT, PATCH, DELETE";

    private readonly UserResources _users = new(store, blueprint);
    private readonly GroupResources _groups = new(store, blueprint);

    public async Task<ScimAnswer> AnswerAsync(ScimCall received, CancellationToken cancellationToken)
    {
        await store.Gate.WaitAsync(cancellationToken);
        try
        {
            var call = blueprint.Read(received);
            return blueprint.Write(call, blueprint.Instead(call, store) ?? Answer(call));
        }
        finally
        {
            _ = store.Gate.Release();
        }
    }

    /// <summary>One answer, within a request that may hold several.</summary>
    public ScimAnswer Answer(ScimCall call)
    {
        try
        {
            return Route(call);
        }
        catch (ScimException refusal)
        {
            return ScimAnswer.Refused(refusal.Error);
        }
    }

    private static ScimAnswer NotFound(ScimCall call) => ScimAnswer.Refused(404, null, $"There is nothing at /{string.Join('/', call.Path)}.");

    private static ScimAnswer NotAllowed(ScimCall call, string allow) =>
        ScimAnswer.Refused(405, null, $"{call.Method} is not possible here.") with { Allow = allow };

    private ScimAnswer Route(ScimCall call)
    {
        var isSearch = call.Method == "POST" && call.Path is [.., ".search"];
        return !call.MayWrite && !call.IsGet && !isSearch && blueprint.HonoursReadOnlyTokens
            ? ScimAnswer.Refused(403, null, "This token may only read.")
            : call.Path switch
            {
                ["ServiceProviderConfig" or "ResourceTypes" or "Schemas", ..] => call.IsGet ? ScimDiscovery.Answer(call) : NotAllowed(call, "GET"),
                ["Me", ..] => ScimAnswer.Refused(501, null, "A token here is a program's and nobody's own."),
                ["Bulk"] => call.Method == "POST" ? new ScimBulk(this).Answer(call) : NotAllowed(call, "POST"),
                [".search"] => call.Method == "POST" ? Everything(call.AsSearch()) : NotAllowed(call, "POST"),
                ["Users" or "Groups", ".search"] => call.Method == "POST" ? Of(call).List(call.AsSearch()) : NotAllowed(call, "POST"),
                ["Users" or "Groups"] => OfAll(call, Of(call)),
                ["Users" or "Groups", _] => OfOne(call, Of(call)),
                _ => NotFound(call),
            };
    }

    private ScimResources Of(ScimCall call) => call.Path[0] == "Users" ? _users : _groups;

    private static ScimAnswer OfAll(ScimCall call, ScimResources resources) => call.Method switch
    {
        "GET" or "HEAD" => resources.List(call),
        "POST" => resources.Create(call),
        _ => NotAllowed(call, "GET, POST"),
    };

    private static ScimAnswer OfOne(ScimCall call, ScimResources resources) => call.Method switch
    {
        "GET" or "HEAD" => resources.Get(call),
        "PUT" => resources.Replace(call),
        "PATCH" => resources.Patch(call),
        "DELETE" => resources.Delete(call),
        _ => NotAllowed(call, AllOfOne),
    };

    /// <summary>A search over users and groups at once (RFC 7644 3.4.3).</summary>
    private ScimAnswer Everything(ScimCall call)
    {
        var users = _users.Found(call, CoreSchemas.Users);
        var groups = _groups.Found(call, CoreSchemas.Groups);
        var page = ScimPage.Of(call, [.. users, .. groups]);
        var shown = page.Resources.Select(full => !blueprint.ProjectsEverywhere ? full : (users.Contains(full) ? _users.Shown(call, full) : _groups.Shown(call, full)));
        return (page with { Resources = [.. shown] }).ToAnswer();
    }
}
