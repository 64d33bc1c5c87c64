using System.Diagnostics;
using System.Globalization;
using Conformance.Player.Targets;
using NUnit.Framework;

namespace Conformance.SelfTests.Targets;

/// <summary>Nothing that a target started is left, however it behaves and however the suite ends.</summary>
[CancelAfter(60_000)]
[Platform(Exclude = "Win", Reason = "Process groups are another matter there.")]
internal sealed class SupervisedProcessTests
{
    private static readonly Dictionary<string, string> NoVariables = [];
    private string _directory = null!;

    [SetUp]
    public void Make() => _directory = Directory.CreateTempSubdirectory("conformance-process-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_directory, recursive: true);

    [Test]
    public async Task Gives_exit_code_and_last_lines(CancellationToken cancellationToken)
    {
        await using var process = Start("echo first; echo second >&2; exit 7");
        await process.WaitAsync(cancellationToken);

        Assert.That(process.ExitCode, Is.EqualTo(7));
        Assert.That(process.LastLines, Does.Contain("first").And.Contain("second"));
    }

    [Test]
    public async Task Gets_variables_directory_and_arguments_as_they_are(CancellationToken cancellationToken)
    {
        await using var process = SupervisedProcess.Start(
            ["sh", "-c", "echo \"$1|$VALUE|$(pwd)\"", "name", "two  words $HOME"], _directory, new Dictionary<string, string> { ["VALUE"] = "a'b\"c" }, null);
        await process.WaitAsync(cancellationToken);

        Assert.That(process.LastLines, Is.EqualTo($"two  words $HOME|a'b\"c|{_directory}"));
    }

    [Test]
    public async Task Stopping_ends_children_and_grandchildren_too(CancellationToken cancellationToken)
    {
        var process = Start("sleep 300 & echo $! > one; sh -c 'sleep 300 & echo $! > two; wait' & echo ready; wait");
        var pids = await PidsAsync(cancellationToken, "one", "two");

        await process.DisposeAsync();

        Assert.That(pids.Where(IsAlive), Is.Empty);
    }

    [Test]
    public async Task Stopping_kills_whoever_does_not_listen(CancellationToken cancellationToken)
    {
        var process = Start("trap '' TERM; echo $$ > one; while :; do sleep 1; done");
        var pids = await PidsAsync(cancellationToken, "one");

        await process.DisposeAsync();

        Assert.That(pids.Where(IsAlive), Is.Empty);
    }

    [Test]
    public async Task A_daemon_that_its_start_command_left_behind_ends_with_it(CancellationToken cancellationToken)
    {
        var process = Start("nohup sleep 300 >/dev/null 2>&1 & echo $! > one");
        await process.WaitAsync(cancellationToken);
        var pids = await PidsAsync(cancellationToken, "one");
        Assert.That(pids.Where(IsAlive), Is.Not.Empty, "the daemon is meant to outlive its start command");

        await process.DisposeAsync();

        Assert.That(pids.Where(IsAlive), Is.Empty);
    }

    [Test]
    public async Task When_the_suite_is_killed_the_target_ends_too(CancellationToken cancellationToken)
    {
        // A suite of one line: it holds the supervisor's pipe open and is killed without a chance to clean up.
        var supervisor = SupervisedProcess.CommandFor(["sh", "-c", "sleep 300 & echo $! > one; wait"]);
        var quoted = string.Join(' ', supervisor.Select(part => $"'{part.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
        using var suite = Process.Start(new ProcessStartInfo("sh", ["-c", $"mkfifo pipe; {quoted} < pipe & exec sleep 300 > pipe"]) { WorkingDirectory = _directory })!;
        var pids = await PidsAsync(cancellationToken, "one");

        suite.Kill();
        await suite.WaitForExitAsync(cancellationToken);

        await UntilAsync(() => !pids.Exists(IsAlive), cancellationToken);
        Assert.That(pids.Where(IsAlive), Is.Empty);
    }

    private SupervisedProcess Start(string script) => SupervisedProcess.Start(["sh", "-c", script], _directory, NoVariables, null);

    private async Task<List<int>> PidsAsync(CancellationToken cancellationToken, params string[] files)
    {
        var paths = files.Select(file => Path.Combine(_directory, file)).ToList();
        await UntilAsync(() => paths.TrueForAll(path => File.Exists(path) && File.ReadAllText(path).EndsWith('\n')), cancellationToken);
        return [.. paths.Select(path => int.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture))];
    }

    private static async Task UntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (!condition())
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    // A process that has ended and that nobody has collected yet is no longer alive.
    private static bool IsAlive(int pid) =>
        File.Exists($"/proc/{pid}/stat") && File.ReadAllText($"/proc/{pid}/stat").Split(')')[^1].TrimStart()[0] != 'Z';
}
