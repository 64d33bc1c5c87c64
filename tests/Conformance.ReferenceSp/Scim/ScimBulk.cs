using System.Text.Json.Nodes;
using Conformance.Scim;
using Conformance.Scim.Bulk;

namespace Conformance.ReferenceSp.Scim;

/// <summary>Many changes in one request (RFC 7644 3.7).</summary>
internal sealed class ScimBulk(ScimService service)
{
    public const int MostOperations = 100;
    public const int LargestPayload = 1_048_576;

    public ScimAnswer Answer(ScimCall call)
    {
        var request = BulkRequest.Read(call.Body);
        if (request.Operations.Count > MostOperations)
        {
            return ScimAnswer.Refused(413, null, $"A bulk request has at most {MostOperations} operations.");
        }

        var created = new Dictionary<string, string>(StringComparer.Ordinal);
        var results = new List<BulkResult>();
        var failures = 0;
        foreach (var operation in InOrder(request.Operations))
        {
            if (request.FailOnErrors is { } limit && failures >= limit)
            {
                break;
            }

            var result = Perform(call, operation, created);
            failures += result.Response is null ? 0 : 1;
            results.Add(result);
        }

        return new ScimAnswer(200, BulkResult.ToJson(results));
    }

    /// <summary>What others refer to comes before them, else as sent.</summary>
    private static List<BulkOperation> InOrder(IReadOnlyList<BulkOperation> operations)
    {
        var left = operations.ToList();
        var done = new List<BulkOperation>();
        while (left.Count > 0)
        {
            var next = left.Find(operation => !operation.References().Any(name => left.Exists(other => other != operation && other.BulkId == name))) ?? left[0];
            _ = left.Remove(next);
            done.Add(next);
        }

        return done;
    }

    private BulkResult Perform(ScimCall call, BulkOperation operation, Dictionary<string, string> created)
    {
        var resolved = operation.Resolve(created);
        if (operation.Method == "POST" && operation.BulkId is null)
        {
            return new BulkResult(operation, 400, null, null, new ScimError(400, ScimTypes.InvalidSyntax, "A POST needs a \"bulkId\".").ToJson());
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (operation.Version is { } version)
        {
            headers["If-Match"] = version;
        }

        var answer = service.Answer(call with
        {
            Method = operation.Method,
            Path = [.. resolved.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)],
            Query = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase),
            Headers = headers,
            BodyText = resolved.Data is null ? "" : ScimJson.Write(resolved.Data),
        });
        var body = answer.Body as JsonObject;
        if (answer.IsSuccess && operation.BulkId is { } name && ScimJson.Text(body, "id") is { } id)
        {
            created[name] = id;
        }

        var location = answer.Location ?? ScimJson.Text(body?["meta"] as JsonObject, "location") ?? (operation.Method == "POST" ? null : call.BaseUrl + resolved.Path);
        return new BulkResult(operation, answer.Status, answer.IsSuccess || operation.Method != "POST" ? location : null, answer.EntityTag, answer.IsSuccess ? null : body);
    }
}
