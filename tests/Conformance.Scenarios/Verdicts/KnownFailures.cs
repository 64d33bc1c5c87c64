using System.Globalization;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Verdicts;

/// <summary>The file of known failures: it excuses what fails, and fails the run for what no longer does.</summary>
/// <param name="Entries">The entries in the order of the file.</param>
public sealed record KnownFailures(IReadOnlyList<KnownFailure> Entries)
{
    private static readonly string[] _keys = ["address", "reason", "owner", "expires"];

    /// <summary>Nothing is known to fail.</summary>
    public static KnownFailures None { get; } = new([]);

    /// <summary>Reads a file: a list of <c>{ address, reason, owner, expires }</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="addresses">All addresses there are, so that a wrong one is told; <c>null</c>: they are not looked up.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static KnownFailures Read(string path, IReadOnlyCollection<string>? addresses, ICollection<ScenarioProblem> problems)
    {
        var file = YamlFile.Read(path);
        problems.AddRange(file.Problems);
        if (file.Root is not YamlList list)
        {
            if (file.Root is { } other)
            {
                problems.Report(other.Location, $"The file is {other.Kind}, and has to be a list. Write each as \"- address: …\" with reason, owner and expires.");
            }

            return None;
        }

        return new KnownFailures([.. list.Items.Select(item => ReadEntry(item, addresses, problems)).OfType<KnownFailure>()]);
    }

    /// <summary>Marks the results that are excused, and says what is wrong with the excuses.</summary>
    /// <param name="results">The results of the run.</param>
    /// <param name="today">The day.</param>
    public KnownFailuresOutcome Apply(IReadOnlyList<CaseResult> results, DateOnly today)
    {
        var marked = results.Select(result => Excuse(result, today) is { } known ? result with { Known = known } : result).ToList();
        return new KnownFailuresOutcome(marked, [.. Entries.Select(entry => Finding(entry, results, today)).OfType<string>()]);
    }

    private KnownFailure? Excuse(CaseResult result, DateOnly today) =>
        result.Verdict is Verdict.Failed or Verdict.Warning
            ? Entries.FirstOrDefault(entry => entry.Expires >= today && entry.Covers(result.Address))
            : null;

    private static string? Finding(KnownFailure entry, IReadOnlyList<CaseResult> results, DateOnly today)
    {
        var own = results.Where(result => entry.Covers(result.Address)).ToList();
        if (entry.Expires < today)
        {
            return $"{entry.Location}: the known failure \"{entry.Address}\" expired on {entry.Expires:yyyy-MM-dd}. {entry.Owner} repairs it, or sets another day with the reason.";
        }

        return own.Count > 0 && own.All(result => result.Verdict == Verdict.Passed)
            ? $"{entry.Location}: the known failure \"{entry.Address}\" passes. Remove the entry."
            : null;
    }

    private static KnownFailure? ReadEntry(YamlNode item, IReadOnlyCollection<string>? addresses, ICollection<ScenarioProblem> problems)
    {
        if (MapReader.Of(item, "A known failure", _keys, problems) is not { } map)
        {
            return null;
        }

        var address = map.RequiredScalar("address");
        var reason = map.RequiredText("reason");
        var owner = map.RequiredText("owner");
        var expires = map.RequiredScalar("expires");
        if (address is not null && addresses is not null && !addresses.Any(other => other == address.Value || other.StartsWith(address.Value + "/", StringComparison.Ordinal)))
        {
            problems.Report(address.Location, $"There is no scenario \"{address.Value}\". {NearestWord.Hint(address.Value, addresses)}");
            return null;
        }

        if (expires is null || !DateOnly.TryParseExact(expires.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            if (expires is not null)
            {
                problems.Report(expires.Location, $"\"expires\" is \"{expires.Value}\". Write a day such as 2027-03-31.");
            }

            return null;
        }

        return address is null || reason is null || owner is null ? null : new KnownFailure(address.Value, reason, owner, day, item.Location);
    }
}
