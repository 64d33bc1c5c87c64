using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Conformance.Benchmarks.Rehearsals;
using Conformance.ReferenceSp;
using Conformance.Scenarios.Model;

namespace Conformance.Benchmarks.KillMatrix;

/// <summary>Plays every case of <c>saml/</c> on the sound service provider and on each flawed one, and writes down who notices what.</summary>
internal static class KillMatrixCommand
{
    private const int AtOnce = 2;
    private const string Add = "--add=";

    /// <param name="arguments">
    /// Flaws, or none for all of them; <c>--first</c>: each meets all cases of its own scenarios and the first of every other file;
    /// <c>--go-on</c>: what an earlier call found out is not found out again;
    /// <c>--add=ADDRESS</c>, several times if need be: the cases of those scenarios alone are played, and added to what earlier calls found out, here or
    /// elsewhere: what is not known here is taken from the reviewed table.
    /// </param>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var (first, goesOn) = (arguments.Contains("--first"), arguments.Contains("--go-on"));
        var added = arguments.Where(argument => argument.StartsWith(Add, StringComparison.Ordinal)).Select(argument => argument[Add.Length..]).ToList();
        var only = arguments.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToList();
        if (!goesOn && added.Count == 0 && only.Count == 0)
        {
            KillStore.Clear();
        }

        await using var rehearsal = new Rehearsal();
        var all = FlawTrial.Catalogue(rehearsal);
        var catalogue = all.Where(scenarioCase => added.Count == 0 || added.Contains(scenarioCase.Scenario.Address)).ToList();
        var others = all.Except(catalogue).ToList();
        var otherAddresses = others.Select(scenarioCase => scenarioCase.Address).ToHashSet(StringComparer.Ordinal);
        var reviewed = KillSnapshot.Read(KillSnapshot.Path);
        if (added.Count > 0 && WhyNotAdded(added, catalogue, reviewed) is { } why)
        {
            await Console.Error.WriteLineAsync(why);
            return 4;
        }

        var trial = new FlawTrial(rehearsal);
        var sound = goesOn && KillStore.Find(FlawTrial.Sound) is { } known ? known : await trial.PlayAsync(null, catalogue, AtOnce);
        sound = added.Count == 0 ? sound : sound.After((KillStore.Find(FlawTrial.Sound) ?? reviewed.RecallSound(others)).Of(otherAddresses));
        KillStore.Save(sound);
        foreach (var line in sound.Addresses.Select(address => $"noticed on the sound service provider: {address}").Concat(sound.Undecided))
        {
            await Console.Error.WriteLineAsync(line);
        }

        // What the sound service provider shows too says nothing about a flaw.
        var told = catalogue.Where(scenarioCase => !sound.Addresses.Contains(scenarioCase.Address)).ToList();
        var wanted = MatrixFlaws.All.Where(flaw => only.Count == 0 || only.Contains(flaw.Name)).ToList();
        var flaws = new ConcurrentQueue<Flaw>(wanted.Where(flaw => !goesOn || KillStore.Find(flaw.Name) is null));
        var total = flaws.Count;
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            while (flaws.TryDequeue(out var flaw))
            {
                var kill = await trial.PlayAsync(flaw, first ? FlawTrial.FirstAndOwn(flaw, told) : told, workers: 1);
                KillStore.Save(added.Count == 0 ? kill : kill.After((KillStore.Find(flaw.Name) ?? reviewed.Recall(flaw.Name, others))?.Of(otherAddresses)));
                await Console.Error.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Interlocked.Increment(ref done)}/{total} {flaw.Name}: {kill.Addresses.Count} notice it{(kill.Preflight is { } check ? $", and the preflight by {check}" : string.Empty)}, {kill.Undecided.Count} undecided"));
            }
        })));

        var kills = wanted.Select(flaw => KillStore.Find(flaw.Name)).OfType<Kill>().ToList();
        var commit = Commit();
        var page = Repository.At("artifacts", "kill-matrix.md");
        Directory.CreateDirectory(Path.GetDirectoryName(page)!);
        await File.WriteAllTextAsync(page, Page(kills, [.. FlawTrial.Catalogue(rehearsal).Where(scenarioCase => !sound.Addresses.Contains(scenarioCase.Address))], commit));
        Console.WriteLine(page);
        await File.WriteAllTextAsync(KillSnapshot.Path, only.Count == 0
            ? KillSnapshot.Write(sound, kills, commit)
            : KillSnapshot.Merge(await File.ReadAllTextAsync(KillSnapshot.Path), kills));
        Console.WriteLine(KillSnapshot.Path);

        return sound.Addresses.Count == 0 && sound.Undecided.Count == 0 ? 0 : 1;
    }

    // What is added to nothing would take the place of the whole matrix.
    private static string? WhyNotAdded(IReadOnlyList<string> addresses, List<ScenarioCase> cases, KillSnapshot reviewed) =>
        addresses.FirstOrDefault(wanted => cases.TrueForAll(scenarioCase => scenarioCase.Scenario.Address != wanted)) is { } address ? $"There is no scenario \"{address}\" below saml/. Write its address as --list prints it, without the case."
        : MatrixFlaws.All.Select(flaw => flaw.Name).FirstOrDefault(name => KillStore.Find(name) is null && !reviewed.Flaws.Contains(name)) is { } missing
            ? $"Nothing is known of \"{missing}\" yet, to which --add could add. Make the whole matrix first (kill-matrix), or that flaw's row (kill-matrix {missing})."
            : null;

    private static string Page(IReadOnlyCollection<Kill> kills, List<ScenarioCase> cases, string commit)
    {
        var byFlaw = kills.ToDictionary(kill => kill.Flaw, StringComparer.Ordinal);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# Kill matrix\n\n{byFlaw.Count} flaws of the reference service provider, {cases.Count} cases of `saml/`, commit {commit}.\n");
        text.AppendLine("## Flaws\n\n| flaw | what goes wrong | meant for | noticed by | scenarios |\n|---|---|---|---|---|");
        foreach (var flaw in MatrixFlaws.All.Where(flaw => byFlaw.ContainsKey(flaw.Name)))
        {
            var kill = byFlaw[flaw.Name];
            var scenarios = cases.Where(scenarioCase => kill.Addresses.Contains(scenarioCase.Address)).Select(scenarioCase => scenarioCase.Scenario.Address).Distinct(StringComparer.Ordinal);
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {flaw.Name} | {flaw.Story.Replace("|", "\\|", StringComparison.Ordinal)} | {string.Join(", ", flaw.MeantFor.Concat(flaw.Cves))} | {kill.Addresses.Count} cases{(kill.Preflight is { } check ? $", {check}" : string.Empty)} | {string.Join("<br>", scenarios)} |");
        }

        text.AppendLine("\n## Scenarios\n\n| scenario | cases | noticed flaws |\n|---|---|---|");
        foreach (var scenario in cases.GroupBy(scenarioCase => scenarioCase.Scenario.Address, StringComparer.Ordinal))
        {
            var noticed = kills.Where(kill => scenario.Any(scenarioCase => kill.Addresses.Contains(scenarioCase.Address))).Select(kill => kill.Flaw).Order(StringComparer.Ordinal);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {scenario.Key} | {scenario.Count()} | {string.Join(", ", noticed)} |");
        }

        return text.ToString();
    }

    private static string Commit()
    {
        var start = new ProcessStartInfo("git", ["-C", Repository.Root, "rev-parse", "--short=12", "HEAD"]) { RedirectStandardOutput = true };
        using var git = Process.Start(start);
        var commit = git?.StandardOutput.ReadToEnd().Trim() ?? string.Empty;
        git?.WaitForExit();
        return commit.Length > 0 ? commit : "unknown";
    }
}
