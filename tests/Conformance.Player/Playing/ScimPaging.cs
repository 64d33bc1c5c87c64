using System.Globalization;
using Conformance.Player.Scim;
using Conformance.Scenarios.Steps;
using Conformance.Scim;

namespace Conformance.Player.Playing;

/// <summary>Reads a list page by page (RFC 7644 3.4.2.4).</summary>
internal static class ScimPaging
{
    // A server of a large customer: what this run made has to be found by a filter then.
    private const int MostPages = 60;

    public static async Task WalkAsync(Play play, ScimClient client, ScimPages step, CancellationToken cancellationToken)
    {
        var path = step.Path.Bind(play.Scope.ValueOf);
        var query = ScimSteps.Encoded(play, step.Query);
        play.Say(step, $"reads {path} by pages of {step.Count}");
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var start = 1;
        for (var page = 1; page <= MostPages; page++)
        {
            var at = $"startIndex={start.ToString(CultureInfo.InvariantCulture)}&count={step.Count.ToString(CultureInfo.InvariantCulture)}";
            var reply = await client.SendAsync(new ScimRequest("GET", $"{path}?{(query.Length == 0 ? at : $"{query}&{at}")}") { Location = step.Location }, cancellationToken);
            if (page == 1 && reply.Status is 400 or 501)
            {
                play.Findings.Add(new Finding(step.Location, "the server offers this filter", $"it declines: {reply}", FindingKind.NotOffered));
                return;
            }

            if (Fault(reply, step.Count, start) is { } fault)
            {
                play.Miss(step.Location, fault, reply.ToString());
                return;
            }

            var list = reply.List!;
            foreach (var id in list.Resources.Select(resource => ScimJson.Text(resource, "id") ?? ""))
            {
                if (!seen.TryAdd(id, page))
                {
                    play.Miss(step.Location, "each resource to come once", $"{id} comes on page {seen[id]} and again on page {page}: {reply}");
                    return;
                }
            }

            start += list.Resources.Count;
            if (list.Resources.Count == 0 || start > list.TotalResults)
            {
                Complete(play, step, list.TotalResults, seen, reply);
                return;
            }
        }

        play.NotShown(step.Location, $"the list to end within {MostPages} pages", $"{path} goes on");
    }

    private static string? Fault(ScimReply reply, int count, int start) =>
        reply.Status != 200 ? "the status \"200\""
        : reply.List is not { } list ? "a ListResponse"
        : list.Resources.Count > count ? $"at most {count} resources, as \"count\" asks"
        : list.StartIndex is { } index && index != start ? $"\"startIndex\" to be {start}"
        : null;

    private static void Complete(Play play, ScimPages step, int total, Dictionary<string, int> seen, ScimReply last)
    {
        if (seen.Count != total)
        {
            play.Miss(step.Location, $"as many resources as \"totalResults\" says, {total}", $"the pages hold {seen.Count}; the last: {last}");
        }
        else if (step.Finds.Select(name => name.Bind(play.Scope.ValueOf)).FirstOrDefault(name => !seen.ContainsKey(play.ScimNames.GetValueOrDefault(name, ""))) is { } missing)
        {
            play.Miss(step.Location, $"\"{missing}\" ({play.ScimNames.GetValueOrDefault(missing, "")}) on one of the pages", $"it is on none of them; the last: {last}");
        }
    }
}
